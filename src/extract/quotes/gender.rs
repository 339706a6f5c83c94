//! Whether a name is a man's or a woman's, as far as a title or a common given name says.
//!
//! The lists hold the commonest English and European given names; names that both bear (`Leslie`,
//! `Robin`, `Jordan`) are left out, since a wrong guess costs more than none.

/// Of whom a name or a pronoun may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Gender {
    /// He.
    Male,
    /// She.
    Female,
    /// It: a firm, a newspaper, a country.
    Neuter,
    /// I, who tells the story: neither he nor she nor it.
    Narrator,
    /// Not known.
    #[default]
    Unknown,
}

impl Gender {
    /// Whether somebody of this gender can be meant by a word of the other.
    pub fn fits(self, other: Self) -> bool {
        self == other || self == Self::Unknown || other == Self::Unknown
    }

    /// This one, or the other where this is not known.
    pub fn or(self, other: Self) -> Self {
        if self == Self::Unknown { other } else { self }
    }
}

/// What a title says, without its full stop.
pub fn of_title(title: &str) -> Gender {
    match title {
        "Mr" | "Sir" | "Lord" | "King" | "Prince" | "Emperor" | "Pope" | "Father" | "Mister"
        | "Monsieur" | "Herr" | "Señor" | "Don" | "Count" | "Baron" | "Duke" | "Earl"
        | "Congressman" | "Uncle" | "Brother" | "Master" | "Grandfather" | "Squire" | "Imam"
        | "Bishop" | "Archbishop" | "Cardinal" | "M" | "Abbé" | "Tsar" | "Tsarévich" | "Czar"
        | "Kaiser" | "Sultan" | "Sheikh" | "Doge" | "Archduke" | "Viscount" | "Marquis"
        | "Marquess" | "Comte" | "Vicomte" | "Duc" | "Abbot" => Gender::Male,
        "Mrs" | "Ms" | "Miss" | "Lady" | "Queen" | "Princess" | "Empress" | "Dame" | "Madame"
        | "Madam" | "Mademoiselle" | "Frau" | "Señora" | "Signora" | "Signorina" | "Countess"
        | "Baroness" | "Duchess" | "Congresswoman" | "Aunt" | "Sister" | "Mother" | "Mme"
        | "Mlle" | "Granny" | "Grandmother" | "Marchioness" | "Tsarina" | "Tsaritsa"
        | "Archduchess" | "Viscountess" | "Marquise" | "Comtesse" | "Vicomtesse" | "Duchesse" => {
            Gender::Female
        }
        _ => Gender::Unknown,
    }
}

/// What a common given name says.
pub fn of_given_name(name: &str) -> Gender {
    if MALE.binary_search(&name).is_ok() {
        Gender::Male
    } else if FEMALE.binary_search(&name).is_ok() {
        Gender::Female
    } else {
        Gender::Unknown
    }
}

/// What the noun says by which somebody is called, and whether it is somebody at all.
pub fn of_noun(noun: &str) -> Gender {
    match noun {
        "man" | "gentleman" | "boy" | "father" | "son" | "husband" | "brother" | "uncle"
        | "nephew" | "king" | "lad" | "priest" | "lord" | "businessman" | "congressman"
        | "policeman" | "chairman" | "spokesman" | "grandfather" | "grandson" | "actor"
        | "widower" | "fisherman" | "workman" | "coachman" | "sailor" | "clergyman" | "duke"
        | "count" | "prince" | "emperor" | "monk" | "fellow" | "butler" | "footman" | "papa"
        | "dad" | "stepfather" | "landlord" | "salesman" | "statesman" | "cameraman" => {
            Gender::Male
        }
        "woman" | "lady" | "girl" | "mother" | "daughter" | "wife" | "sister" | "aunt"
        | "niece" | "queen" | "congresswoman" | "policewoman" | "chairwoman" | "spokeswoman"
        | "grandmother" | "granddaughter" | "actress" | "widow" | "nun" | "nurse" | "maid"
        | "duchess" | "countess" | "princess" | "empress" | "hostess" | "waitress"
        | "housewife" | "governess" | "mamma" | "mama" | "mom" | "mum" | "stepmother"
        | "landlady" | "businesswoman" | "heiress" | "midwife" => Gender::Female,
        _ => Gender::Unknown,
    }
}

/// Sorted.
#[rustfmt::skip]
const MALE: &[&str] = &[
    "Aaron", "Abdul", "Abraham", "Abram", "Adam", "Adrian", "Ahmed", "Al", "Alan", "Albert", "Alec",
    "Alejandro", "Alexander", "Alexei", "Alfred", "Ali", "Allan", "Allen", "Alvin", "Ambrose",
    "Amos", "Anatole", "Anders", "Andre", "Andreas", "Andrei", "Andrew", "Andy", "Angelo",
    "Anthony", "Antoine", "Anton", "Antonio", "Archibald", "Archie", "Arnold", "Arthur", "Augustus",
    "Barack", "Barnaby", "Barry", "Bartholomew", "Ben", "Benjamin", "Bernard", "Bernie", "Bert",
    "Bill", "Billy", "Bob", "Bobby", "Boris", "Brad", "Bradley", "Brandon", "Brendan", "Brett",
    "Brian", "Bruce", "Bruno", "Bryan", "Byron", "Calvin", "Carl", "Carlos", "Cecil", "Cedric",
    "Charles", "Charlie", "Chester", "Chris", "Christian", "Christopher", "Clarence", "Claude",
    "Clayton", "Clement", "Clifford", "Clive", "Colin", "Conrad", "Cornelius", "Craig", "Curtis",
    "Cyril", "Dale", "Damian", "Dan", "Daniel", "Darren", "Dave", "David", "Dean", "Dennis",
    "Derek", "Desmond", "Dick", "Diego", "Dieter", "Dmitri", "Dominic", "Don", "Donald", "Doug",
    "Douglas", "Drew", "Duncan", "Dwight", "Earl", "Ebenezer", "Ed", "Eddie", "Edgar", "Edmund",
    "Eduardo", "Edward", "Edwin", "Eli", "Elijah", "Elliot", "Elmer", "Emil", "Emmanuel", "Enrique",
    "Eric", "Erik", "Ernest", "Ernst", "Ethan", "Eugene", "Evan", "Ezra", "Felix", "Ferdinand",
    "Fernando", "Floyd", "Francesco", "Francis", "Francisco", "Francois", "Frank", "Franklin",
    "Franz", "Fred", "Freddie", "Frederick", "Friedrich", "Fritz", "Gabriel", "Gareth", "Gary",
    "Gavin", "Geoffrey", "George", "Gerald", "Gerard", "Gerhard", "Gideon", "Gilbert", "Giles",
    "Giovanni", "Giuseppe", "Godfrey", "Gordon", "Graham", "Greg", "Gregory", "Guillaume", "Gus",
    "Gustav", "Guy", "Hal", "Hank", "Hans", "Harold", "Harry", "Harvey", "Hector", "Heinrich",
    "Henri", "Henry", "Herbert", "Herman", "Hermann", "Horace", "Howard", "Hubert", "Hugh", "Hugo",
    "Humphrey", "Ian", "Ignatius", "Igor", "Immanuel", "Ira", "Isaac", "Isaiah", "Ivan", "Jack",
    "Jacob", "Jacques", "Jake", "Jamal", "James", "Jared", "Jason", "Jasper", "Javier", "Jay",
    "Jean-Paul", "Jeff", "Jeffrey", "Jeremiah", "Jeremy", "Jerome", "Jerry", "Jim", "Jimmy",
    "Joachim", "Joe", "Joel", "Johan", "Johann", "John", "Johnny", "Jon", "Jonathan", "Jorge",
    "Jose", "Josef", "Joseph", "Joshua", "Josiah", "José", "Juan", "Julian", "Julius", "Justin",
    "Karl", "Keith", "Ken", "Kenneth", "Kevin", "Klaus", "Kurt", "Kyle", "Lance", "Lars",
    "Laurence", "Lawrence", "Leo", "Leon", "Leonard", "Leopold", "Leroy", "Lester", "Lewis", "Liam",
    "Lionel", "Lloyd", "Louis", "Lucas", "Lucius", "Luigi", "Luis", "Luke", "Luther", "Malcolm",
    "Manuel", "Marc", "Marco", "Marcus", "Mario", "Mark", "Marshall", "Martin", "Marvin", "Matt",
    "Matteo", "Matthew", "Maurice", "Max", "Maxim", "Maximilian", "Maxwell", "Melvin", "Michael",
    "Miguel", "Mike", "Mikhail", "Miles", "Milton", "Mitch", "Mohamed", "Mohammed", "Morris",
    "Moses", "Muhammad", "Nathan", "Nathaniel", "Ned", "Neil", "Nicholas", "Nick", "Nicolas",
    "Niels", "Nigel", "Nikolai", "Nils", "Noah", "Norman", "Oleg", "Oliver", "Omar", "Orlando",
    "Oscar", "Oswald", "Otto", "Owen", "Pablo", "Patrick", "Paul", "Pavel", "Pedro", "Percival",
    "Percy", "Pete", "Peter", "Phil", "Philip", "Phillip", "Pierre", "Rafael", "Ralph", "Ramon",
    "Randolph", "Randy", "Raoul", "Raul", "Ray", "Raymond", "Reginald", "Rene", "Reuben", "Ricardo",
    "Richard", "Rick", "Rob", "Robert", "Roberto", "Rodney", "Roger", "Roland", "Rolf", "Roman",
    "Ron", "Ronald", "Rory", "Ross", "Roy", "Rudolf", "Rudolph", "Rupert", "Russell", "Ryan",
    "Salvador", "Sam", "Samuel", "Saul", "Scott", "Sean", "Sebastian", "Sergei", "Sergey", "Seth",
    "Seymour", "Sherman", "Sidney", "Sigmund", "Silas", "Simon", "Solomon", "Stanley", "Stefan",
    "Stephen", "Steve", "Steven", "Stewart", "Stuart", "Sylvester", "Ted", "Terence", "Theodore",
    "Thomas", "Tim", "Timothy", "Toby", "Todd", "Tom", "Tommy", "Tony", "Travis", "Trevor",
    "Tristram", "Vernon", "Victor", "Viktor", "Vincent", "Vladimir", "Wallace", "Walter", "Warren",
    "Wayne", "Wilbur", "Wilfred", "Wilhelm", "Will", "Willard", "William", "Willie", "Winston",
    "Wolfgang", "Yuri", "Zachary",
];

/// Sorted.
#[rustfmt::skip]
const FEMALE: &[&str] = &[
    "Abigail", "Adela", "Adelaide", "Adele", "Adeline", "Adriana", "Agatha", "Agnes", "Aileen",
    "Alberta", "Alexandra", "Alice", "Alicia", "Alison", "Allison", "Alma", "Amanda", "Amber",
    "Amelia", "Amy", "Ana", "Anastasia", "Andrea", "Angela", "Angelica", "Angelina", "Anita", "Ann",
    "Anna", "Annabel", "Anne", "Annette", "Annie", "Antoinette", "Antonia", "Arabella", "Astrid",
    "Audrey", "Augusta", "Barbara", "Beatrice", "Becky", "Belinda", "Bella", "Bernadette", "Bertha",
    "Bess", "Bessie", "Beth", "Betsy", "Betty", "Beverly", "Blanche", "Bonnie", "Brenda", "Bridget",
    "Brigitte", "Camilla", "Candace", "Carla", "Carmen", "Carol", "Carolina", "Caroline", "Carolyn",
    "Carrie", "Catherine", "Cathy", "Cecilia", "Celeste", "Celia", "Charlotte", "Chelsea", "Cheryl",
    "Christina", "Christine", "Cindy", "Claire", "Clara", "Clarissa", "Claudia", "Colleen",
    "Connie", "Constance", "Cora", "Cordelia", "Cornelia", "Cynthia", "Daisy", "Daphne", "Debbie",
    "Deborah", "Deirdre", "Delia", "Denise", "Diana", "Diane", "Dinah", "Dolores", "Donna", "Dora",
    "Doris", "Dorothea", "Dorothy", "Edith", "Edna", "Eileen", "Elaine", "Eleanor", "Elena",
    "Elinor", "Elisa", "Elisabeth", "Eliza", "Elizabeth", "Ella", "Ellen", "Eloise", "Elsa",
    "Elsie", "Emily", "Emma", "Erica", "Erin", "Ernestine", "Esther", "Ethel", "Eugenia", "Eunice",
    "Eva", "Eve", "Evelina", "Fanny", "Fatima", "Felicia", "Fiona", "Flora", "Florence", "Frances",
    "Francesca", "Frederica", "Freya", "Gabriela", "Gabrielle", "Gail", "Georgiana", "Geraldine",
    "Gertrude", "Gina", "Ginny", "Gladys", "Gloria", "Grace", "Greta", "Gretchen", "Guinevere",
    "Gwen", "Hannah", "Harriet", "Hattie", "Heather", "Hedda", "Heidi", "Helen", "Helena", "Helene",
    "Helga", "Henrietta", "Hermione", "Hilary", "Hilda", "Hillary", "Holly", "Hortense", "Ida",
    "Imogen", "Inez", "Ingrid", "Irene", "Iris", "Irma", "Isabel", "Isabella", "Isabelle", "Ivana",
    "Ivanka", "Jacqueline", "Jane", "Janet", "Janice", "Jean", "Jeanette", "Jeanne", "Jemima",
    "Jennifer", "Jenny", "Jessica", "Jill", "Joan", "Joanna", "Joanne", "Josephine", "Joyce",
    "Juanita", "Judith", "Judy", "Julia", "Juliana", "Julie", "Juliet", "Justine", "Karen", "Karin",
    "Karina", "Kate", "Katharine", "Katherine", "Kathleen", "Kathryn", "Kathy", "Katie", "Katya",
    "Kelly", "Kimberly", "Kirsten", "Kitty", "Kristen", "Kristin", "Laura", "Lauren", "Laurie",
    "Lavinia", "Leah", "Leila", "Lena", "Leonora", "Leticia", "Lilian", "Lillian", "Lily", "Linda",
    "Lisa", "Lizzie", "Lizzy", "Lois", "Lola", "Loretta", "Lorraine", "Lottie", "Louisa", "Louise",
    "Lucia", "Lucille", "Lucinda", "Lucy", "Lydia", "Lynn", "Mabel", "Madeleine", "Maggie",
    "Maisie", "Mandy", "Marcia", "Margaret", "Margarita", "Margery", "Margot", "Maria", "Marian",
    "Marianne", "Marie", "Marilyn", "Marina", "Marisol", "Marjorie", "Marlene", "Marsha", "Marta",
    "Martha", "Mary", "Mathilda", "Matilda", "Maud", "Maureen", "Maxine", "Meg", "Megan", "Melania",
    "Melanie", "Melinda", "Melissa", "Mercedes", "Meredith", "Michelle", "Mildred", "Millicent",
    "Minerva", "Minnie", "Miranda", "Miriam", "Moira", "Molly", "Mona", "Monica", "Muriel", "Myra",
    "Myrtle", "Nadia", "Nancy", "Naomi", "Natalia", "Natalie", "Natasha", "Nell", "Nellie",
    "Nettie", "Nicole", "Nina", "Nora", "Norma", "Octavia", "Odette", "Olga", "Olive", "Olivia",
    "Olympia", "Opal", "Ophelia", "Pamela", "Patricia", "Patty", "Paula", "Pauline", "Pearl",
    "Peggy", "Penelope", "Persephone", "Phoebe", "Phyllis", "Polly", "Prudence", "Rachel", "Ramona",
    "Rebecca", "Regina", "Renata", "Rhoda", "Rita", "Roberta", "Rosa", "Rosalie", "Rosalind",
    "Rosanna", "Rose", "Rosemary", "Ruby", "Ruth", "Sabrina", "Sadie", "Sally", "Samantha",
    "Sandra", "Sara", "Sarah", "Selina", "Serena", "Sharon", "Sheila", "Shirley", "Silvia",
    "Simone", "Sonia", "Sonya", "Sophia", "Sophie", "Stacy", "Stella", "Stephanie", "Susan",
    "Susanna", "Susannah", "Susie", "Suzanne", "Sybil", "Sylvia", "Tabitha", "Tamara", "Tanya",
    "Tatiana", "Teresa", "Tess", "Thelma", "Theodora", "Theresa", "Tina", "Trudy", "Ursula",
    "Valentina", "Valerie", "Vanessa", "Vera", "Veronica", "Victoria", "Viola", "Violet",
    "Virginia", "Vivian", "Vivienne", "Wanda", "Wendy", "Wilhelmina", "Wilma", "Winifred",
    "Yolanda", "Yvette", "Yvonne", "Zelda", "Zoe",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_sorted_and_in_one_list() {
        assert!(MALE.is_sorted() && FEMALE.is_sorted());
        assert!(MALE.iter().all(|name| FEMALE.binary_search(name).is_err()));
    }

    #[test]
    fn titles_and_given_names_tell() {
        assert_eq!([of_title("Mrs"), of_title("Dr")], [Gender::Female, Gender::Unknown]);
        assert_eq!(
            [of_given_name("Karl"), of_given_name("Okafor")],
            [Gender::Male, Gender::Unknown]
        );
        assert!(Gender::Unknown.fits(Gender::Male) && !Gender::Female.fits(Gender::Male));
    }
}

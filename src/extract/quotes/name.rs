//! Names of people: where they stand, and what is left of them without titles.
//!
//! A name is a run of capitalised words, with initials, and small particles (`de`, `van`, `bin`)
//! between them. Which capitalised words begin a sentence rather than a name is a matter of a list.

mod title;

pub use title::{
    bare_words, has_title, is_abbreviated_title, is_epithet, is_ruler, is_title, title,
};

use super::token::Token;
use crate::extract::word_map::WordSet;

/// The number of tokens of the name that begins with the first of `tokens`; 0 if none does.
pub fn name_length(tokens: &[Token<'_>]) -> usize {
    let mut length = 0;
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        if is_name_word(token) || is_first_of_name(token, &tokens[..length]) {
            at += 1;
            length = at;
            // A possessor is not whom a verb after it is about.
            if is_possessive(token.text) && !is_of_body(&tokens[at..]) {
                return 0;
            }
        } else if length > 0
            && (joins(token, &tokens[length - 1])
                || is_shared(token, &tokens[at + 1..])
                || (token.is("the")
                    && tokens.get(at + 1).is_some_and(|next| is_epithet(next.text))))
        {
            at += 1;
        } else {
            break;
        }
    }
    let has_name = tokens[..length].iter().any(|token| !is_title(token.text));
    if has_name { length } else { 0 }
}

/// Whether the tokens behind a possessor belong to the name of a body: `the Teachers’ Union`.
pub fn is_of_body(behind: &[Token<'_>]) -> bool {
    behind.iter().take(3).take_while(|token| token.is_capital()).any(|token| is_body(token.text))
}

/// The apostrophe behind `Teachers` in the name of their union.
fn is_shared(token: &Token<'_>, behind: &[Token<'_>]) -> bool {
    matches!(token.text, "’" | "'") && is_of_body(behind)
}

/// `I` in `Emperor Francis I`, where it is no pronoun.
fn is_first_of_name(token: &Token<'_>, before: &[Token<'_>]) -> bool {
    let is_ruler = |token: &Token<'_>| is_ruler(token.text);
    token.is("I")
        && before.last().is_some_and(|name| !is_ruler(name) && name.is_capital())
        && before.iter().any(is_ruler)
}

/// Whether a small word may stand between the words of a name.
fn joins(token: &Token<'_>, before: &Token<'_>) -> bool {
    is_particle(token.text)
        || token.is("&")
        || (matches!(token.text, "of" | "for") && is_body(before.text))
}

/// Whether a name is that of a firm, a newspaper, an office or the like.
pub fn is_organisation(name: &str) -> bool {
    name.split_whitespace().any(|word| is_body(word) || word == "&") || is_firm(name)
}

/// Whether a name is that of a firm that was called after people, and looks like theirs.
fn is_firm(name: &str) -> bool {
    #[rustfmt::skip]
    const FIRMS: &[&str] = &[
        "Arthur Andersen", "Aston Martin", "Credit Suisse", "Goldman Sachs", "Hewlett Packard",
        "Johnson Controls", "Lockheed Martin", "Marks Spencer", "McDonnell Douglas",
        "Merrill Lynch", "Morgan Stanley", "Northrop Grumman", "Pratt Whitney", "Rolls Royce",
        "Standard Chartered", "Wells Fargo",
    ];
    FIRMS.binary_search(&name).is_ok()
}

fn is_body(word: &str) -> bool {
    #[rustfmt::skip]
    const BODIES: &WordSet<512> = &WordSet::new(()).with(&[
        "Academy", "Agency", "Alliance", "Army", "Associates", "Association", "Authority", "Bank",
        "Board", "Bureau", "Center", "Centre", "Chamber", "Chronicle", "Church", "Club", "College",
        "Commission", "Committee", "Company", "Conference", "Congress", "Consortium", "Corporation",
        "Council", "Courier", "Court", "Department", "Federation", "Forum", "Foundation", "Fund",
        "Gazette", "Government", "Group", "Guardian", "Herald", "Holdings", "Hospital", "House",
        "Inc", "Inc.", "Initiative", "Institute", "Institution", "Journal", "Laboratory", "League",
        "Ltd", "Ministry", "Movement", "Museum", "Network", "News", "Observer", "Office",
        "Organisation", "Organization", "Parliament", "Partners", "Party", "Post", "Press",
        "Project", "School", "Senate", "Service", "Society", "Telegraph", "Times", "Tribune",
        "Trust", "Union", "University", "Watch",
        "Airlines", "Airways", "Analytics", "Bancorp", "Brewery", "Broadcasting", "Cabinet", "Campaign", "Capital", "Coalition", "Co", "Corp", "Corp.", "Co.", "District", "Economics", "Electric", "Energy", "Enterprises", "Foods", "Industries", "Insurance", "Intelligence", "Laboratories", "Logistics", "Motors", "Oil", "Pharmaceuticals", "Pictures", "Railroad", "Railway", "Railways", "Records", "Research", "Robotics", "Securities", "Software", "Steel", "Stores", "Studios", "Systems", "Technologies", "Telephone", "Treasury",
    ], ());
    BODIES.contains(word)
}

fn is_name_word(token: &Token<'_>) -> bool {
    let is_prefixed =
        ["al-", "el-", "d’", "d'"].iter().any(|prefix| token.text.starts_with(prefix))
            && token.text.chars().any(char::is_uppercase);
    (token.is_capital() || is_prefixed) && !is_opener(token.text)
}

/// Whether a word owns what follows: `Smith’s`.
pub fn is_possessive(word: &str) -> bool {
    ["’s", "'s", "s’", "s'"].iter().any(|ending| word.ends_with(ending))
}

/// Whether the word stands in small letters between the words of a name.
pub fn is_particle(word: &str) -> bool {
    #[rustfmt::skip]
    const PARTICLES: &WordSet<64> = &WordSet::new(()).with(&[
        "de", "van", "von", "der", "den", "del", "della", "di", "da", "dos", "du", "la", "le",
        "bin", "ibn", "ben", "ter", "zu", "el", "al", "af", "y",
    ], ());
    PARTICLES.contains(word)
}

/// Whether a capitalised word is more likely to open a sentence, or to name a day, than a person.
pub fn is_opener(word: &str) -> bool {
    #[rustfmt::skip]
    const WORDS: &WordSet<1024> = &WordSet::new(()).with(&[
        "A", "About", "Above", "According", "Across", "After", "Afterward", "Afterwards", "Again",
        "Against", "Ago", "Ah", "Ahead", "Alas", "Alongside", "Amidst", "Amongst", "Throughout", "All", "Along", "Already", "Also", "Although",
        "Always", "Amid", "Among", "An", "And", "Another", "Any", "Anybody", "Anyone", "Anything",
        "Apart", "April", "Are", "Around", "As", "Asked", "At", "August", "Away", "Be", "Because",
        "Before", "Behind", "Below", "Beneath", "Beside", "Besides", "Between", "Beyond", "Both", "But", "By",
        "Came", "Can", "Certainly", "Christmas", "Come", "Considering", "Could", "December",
        "Democrats", "Despite", "Did", "Do", "Does", "Don’t", "Down", "During", "Each", "Earlier",
        "Easter", "Either", "Else", "Enough", "Especially", "Even", "Eventually", "Ever", "Every",
        "Everybody", "Everyone", "Except", "Far", "February", "Few", "Fifty", "Finally", "First",
        "Five", "Following", "For", "Four", "Friday", "From", "Further", "Gentlemen", "Given", "Go",
        "God", "Had", "Half", "Has", "Have", "Having", "He", "Hello", "Hence", "Her", "Here",
        "Hers", "Hey", "Him", "His", "How", "However", "I", "I'd", "I'll", "I'm", "I've", "If",
        "Immediately", "In", "Indeed", "Inside", "Instead", "Into", "Is", "It", "It's", "Its",
        "It’s", "I’d", "I’ll", "I’m", "I’ve", "January", "July", "June", "Just", "Ladies", "Last",
        "Later", "Less", "Let", "Let's", "Like", "Likewise", "Look", "Many", "Maybe", "Meantime",
        "Meanwhile", "Mine", "Monday", "More", "Moreover", "Most", "Much", "My", "Near", "Nearly",
        "Neither", "Never", "Nevertheless", "Next", "Nine", "No", "No-one", "Nobody", "None",
        "Nonetheless", "Nor", "Not", "Nothing", "November", "Now", "O", "October", "Of", "Off", "Often",
        "Oh", "Okay", "On", "Once", "One", "Only", "Or", "Other", "Others", "Otherwise", "Ought",
        "Our", "Ours", "Out", "Outside", "Over", "Perhaps", "Please", "Presently", "Providence", "Quite",
        "Rather", "Recently", "Regarding", "Republicans", "Saturday", "Second", "Section",
        "September", "Seven", "Several", "Shall", "She", "Should", "Similarly", "Since", "Six",
        "Slowly", "So", "Some", "Somebody", "Someone", "Something", "Sometimes", "Somewhere",
        "Soon", "Still", "Such", "Suddenly", "Sunday", "Ten", "Than", "Thank", "Thanks", "That",
        "That's", "That’s", "The", "Their", "Then", "There", "There's", "Therefore", "There’s",
        "These", "They", "Third", "This", "Those", "Though", "Thousands", "Three", "Through",
        "Thursday", "Thus", "Till", "To", "Today", "Together", "Tomorrow", "Too", "Toward",
        "Towards", "Tuesday", "Twenty", "Two", "Under", "Unfortunately", "Unlike", "Until", "Up",
        "Upon", "Us", "Very", "Volume", "Was", "We", "Wednesday", "Well", "Were", "What", "What's",
        "Whatever", "What’s", "When", "Whenever", "Where", "Whereas", "Wherever", "Whether",
        "Which", "While", "Who", "Whoever", "Whom", "Whose", "Why", "With", "Within", "Without",
        "Would", "Yes", "Yesterday", "Yet", "You", "Your", "Yours",
        "Accordingly", "Actually", "Apparently", "Basically", "Briefly", "Clearly", "Consequently",
        "Conversely", "Curiously", "Fortunately", "Frankly", "Furthermore", "Generally", "Hopefully",
        "Importantly", "Incidentally", "Initially", "Interestingly", "Ironically", "Luckily", "Mostly",
        "Naturally", "Obviously", "Originally", "Overall", "Previously", "Probably", "Regardless",
        "Sadly", "Surely", "Thankfully", "Typically", "Ultimately", "Undoubtedly", "Usually",
        "Apr", "Apr.", "Aug", "Aug.", "Dec", "Dec.", "Feb", "Feb.", "Nov", "Nov.", "Oct", "Oct.", "Sept", "Sept.",
    ], ());
    WORDS.contains(word) || is_contraction(word)
}

/// Whether a word that opens a sentence is what somebody is told to do with whoever is named behind
/// it: `See Fox`, `Meet Ana Ruiz`.
pub fn is_command(word: &str) -> bool {
    #[rustfmt::skip]
    const COMMANDS: &WordSet<128> = &WordSet::new(()).with(&[
        "Ask", "Behold", "Blame", "Bring", "Call", "Click", "Compare", "Contact", "Cue", "Download",
        "Email", "Enter", "Follow", "Forget", "Get", "Give", "Imagine", "Introducing", "Join",
        "Keep", "Leave", "Meet", "Picture", "Read", "Recall", "Remember", "Say", "See", "Send",
        "Suppose", "Take", "Tell", "Try", "Use", "Visit", "Watch", "Welcome",
    ], ());
    COMMANDS.contains(word)
}

/// Whether a word is two, and the second a verb or `not`: `He’d`, `They’re`, `Don’t`.
fn is_contraction(word: &str) -> bool {
    const ENDINGS: [&str; 6] = ["d", "ll", "re", "ve", "m", "t"];
    let is_second = |ending: &&str| {
        word.strip_suffix(*ending).is_some_and(|first| first.ends_with(['’', '\'']))
    };
    ENDINGS.iter().any(is_second)
}

#[cfg(test)]
mod tests {
    use super::super::token::tokens;
    use super::*;

    /// The name in brackets begins the text.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let tokens = tokens(text, 0, text.len());
        let end = name_length(&tokens).checked_sub(1).map_or(0, |last| tokens[last].end);
        assert_eq!(&text[..end], expected);
    }

    #[test]
    fn a_name_has_initials_particles_and_titles() {
        check("Odd Arne Westad wrote", "Odd Arne Westad");
        check("Rep. G.K. Butterfield said", "Rep. G.K. Butterfield");
        check("Ludwig van der Rohe built", "Ludwig van der Rohe");
        check("Faisal al-Haddad and", "Faisal al-Haddad");
        check("Simone de the", "Simone");
        check("Emperor Francis I came", "Emperor Francis I");
        check("Francis I saw", "Francis");
        check("King I saw", "");
    }

    #[test]
    fn an_opener_a_title_and_a_possessor_are_no_names() {
        check("The minister", "");
        check("Yesterday Smith", "");
        check("President of", "");
        check("Smith’s dog said", "");
        check("Luckily he came", "");
        check("He’d smiled", "");
        check("Nov. 3 was", "");
    }

    #[test]
    fn a_bare_name_has_no_title() {
        let check = |words, expected: &[&str]| {
            assert_eq!(bare_words(words).collect::<Vec<_>>(), expected);
        };
        check("Prime Minister  Ana Brandt", &["Ana", "Brandt"]);
        check("Harbour Board Chairman Ana Brandt", &["Ana", "Brandt"]);
        check("Mr. Hale", &["Hale"]);
        check("Stephen King", &["Stephen", "King"]);
        assert_eq!([title("Dr. Hale"), title("Ana Hale")], [Some("Dr"), None]);
        assert!(has_title("Mr. Hale") && !has_title("Hale"));
    }
}

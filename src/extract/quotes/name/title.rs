//! Titles before names, and what rulers are called behind them.

use crate::extract::word_map::WordSet;

/// Whether those with the title are counted by name: `Pope`.
pub fn is_ruler(title: &str) -> bool {
    #[rustfmt::skip]
    const RULERS: &[&str] = &[
        "Archduke", "Czar", "Duke", "Emperor", "Empress", "Kaiser", "King", "Pope", "Queen",
        "Shah", "Sultan", "Tsar", "Tsarina", "Tsaritsa",
    ];
    RULERS.binary_search(&title).is_ok()
}

/// What rulers and saints are called behind their names: `Catherine the Great`.
pub fn is_epithet(word: &str) -> bool {
    #[rustfmt::skip]
    const EPITHETS: &[&str] = &[
        "Apostate", "Bald", "Baptist", "Bold", "Brave", "Confessor", "Conqueror", "Cruel", "Elder",
        "Fair", "Fat", "Fearless", "Good", "Great", "Impaler", "Lame", "Lionheart", "Magnificent",
        "Navigator", "Pious", "Simple", "Stout", "Terrible", "Unready", "Venerable", "Wise",
        "Younger",
    ];
    EPITHETS.binary_search(&word).is_ok()
}

/// The words of a name without its titles; all of them if that leaves nothing.
///
/// `Oversight Chairman Ana Brandt` is Ana Brandt, `Larry King` stays as he is.
pub fn bare_words(words: &str) -> impl Iterator<Item = &str> {
    let n_words = words.split_whitespace().count();
    let last_title = words
        .split_whitespace()
        .take(n_words.saturating_sub(1))
        .take(6)
        .enumerate()
        .filter(|(at, word)| is_title(word) && (*at == 0 || is_office(word)))
        .last();
    let n_titles = last_title.map_or(0, |(at, _)| at + 1);
    let n_more = words.split_whitespace().skip(n_titles).take_while(|word| is_title(word)).count();
    let n_first = if n_titles + n_more < n_words { n_titles + n_more } else { 0 };
    words.split_whitespace().skip(n_first)
}

/// The title right before the bare name, without its full stop.
pub fn title(words: &str) -> Option<&str> {
    let n_words = words.split_whitespace().count();
    let n_titles = n_words - bare_words(words).count();
    let title = words.split_whitespace().nth(n_titles.checked_sub(1)?)?;
    Some(title.trim_end_matches('.'))
}

/// Whether a title stands before the name.
pub fn has_title(words: &str) -> bool {
    words.split_whitespace().next().is_some_and(is_title)
}

/// Whether a full stop after the word is part of it.
pub fn is_abbreviated_title(word: &str) -> bool {
    #[rustfmt::skip]
    const TITLES: &WordSet<64> = &WordSet::new(()).with(&[
        "Mr", "Mrs", "Ms", "Dr", "Prof", "Sen", "Rep", "Gov", "Gen", "Col", "Capt", "Lt", "Maj",
        "Sgt", "Rev", "Hon", "St", "Pres", "Adm", "Mme", "Mlle", "Messrs", "Supt", "Atty", "Cpl",
        "Revd", "Del",
    ], ());
    TITLES.contains(word)
}

/// Whether a word is a title or an office.
pub fn is_title(word: &str) -> bool {
    #[rustfmt::skip]
    const TITLES: &WordSet<512> = &WordSet::new(()).with(&[
        "President", "Premier", "Chancellor", "Minister", "Prime", "Professor", "Doctor", "Senator",
        "Representative", "Congressman", "Congresswoman", "Governor", "Mayor", "General", "Colonel",
        "Captain", "Major", "Lieutenant", "Sergeant", "Admiral", "Marshal", "King", "Queen",
        "Prince", "Princess", "Saint", "Sir", "Lord", "Lady", "Dame", "Pope", "Father", "Sister",
        "Bishop", "Archbishop", "Cardinal", "Rabbi", "Imam", "Judge", "Justice", "Secretary",
        "Ambassador", "Chairman", "Comrade", "Coach", "Miss", "Mister", "Madame", "Monsieur",
        "Herr", "Frau", "Inspector", "Detective", "Officer", "Chief", "Leader", "Speaker",
        "Councillor", "Councilman", "Councilwoman", "Commissioner", "Director", "Commander", "Whip",
        "Attorney", "Count", "Countess", "Baron", "Baroness", "Duke", "Duchess", "Earl", "Emperor",
        "Empress", "Madam", "Mademoiselle", "Monsieur", "Signor", "Signora", "Signorina", "Señor",
        "Señora", "Don", "Uncle", "Aunt", "Brother", "Mother", "Master", "Squire", "Nurse",
        "Constable", "Private", "Corporal", "Delegate", "Superintendent", "Reverend", "Chancellor",
        "Abbé", "Mr", "Mrs", "Ms", "Dr", "Prof", "Spokesman", "Spokeswoman", "Mme", "Mlle",
        "Executive", "Granny", "Grandfather", "Grandmother", "Revd", "Analyst", "Strategist",
        "Tsar", "Tsarina", "Tsarévich", "Tsaritsa", "Czar", "Kaiser", "Sultan", "Sheikh", "Doge", "Vizier", "Archduke", "Archduchess", "Viscount", "Viscountess",
        "Marquis", "Marquise", "Marquess", "Comte", "Comtesse", "Vicomte", "Vicomtesse", "Duc",
        "Duchesse", "Brigadier", "Commodore", "Cadet", "Adjutant", "Quartermaster", "Abbot",
        "Deacon", "Vicar", "Historian", "Journalist",
    ], ());
    TITLES.contains(word) || word.strip_suffix('.').is_some_and(is_abbreviated_title)
}

/// Whether the title is one that others can stand before: `Vice President`, `Panel Chairman`.
fn is_office(word: &str) -> bool {
    #[rustfmt::skip]
    const OFFICES: &WordSet<64> = &WordSet::new(()).with(&[
        "President", "Minister", "Secretary", "Chairman", "Executive", "Leader", "Speaker", "Director", "Chief",
        "Governor", "Chancellor", "Senator", "Commissioner", "Whip", "Attorney", "General",
        "Officer", "Spokesman", "Spokeswoman", "Ambassador", "Mayor", "Judge", "Justice",
        "Professor", "Coach", "Analyst", "Strategist", "Representative", "Premier",
    ], ());
    word.ends_with('.') || OFFICES.contains(word)
}

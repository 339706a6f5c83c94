//! Joins what several programs made of one record: nothing that one of them left is lost.

use super::{Item, Kind, Record};

/// The record that holds what changed from `base` to `mine`, and from `base` to `theirs`.
///
/// An item that only one of them knows stays; it goes only if it was deleted, and a change is
/// stronger than a deletion. Two changes of one note are both kept, theirs as a note of its own.
/// Of place and layout there is one: mine, if I changed it.
pub fn merge(base: &Record, theirs: &Record, mine: &Record) -> Record {
    let mut items: Vec<Item> = Vec::with_capacity(theirs.items.len());
    for their in &theirs.items {
        match mine.item(&their.id) {
            Some(my) => items.extend(merge_item(base.item(&their.id), their, my)),
            None => items.push(their.clone()),
        }
    }
    let is_new = |item: &&Item| theirs.item(&item.id).is_none();
    items.extend(mine.items.iter().filter(is_new).cloned());
    let mut rest = theirs.rest.clone();
    rest.extend(mine.rest.clone().into_iter().filter(|(key, _)| !theirs.rest.contains_key(key)));
    Record {
        title: newer(&base.title, &theirs.title, &mine.title),
        path: newer(&base.path, &theirs.path, &mine.path),
        place: newer(&base.place, &theirs.place, &mine.place),
        layout: newer(&base.layout, &theirs.layout, &mine.layout),
        items,
        rest,
    }
}

fn newer<T: Clone + PartialEq>(base: &T, theirs: &T, mine: &T) -> T {
    if mine == base { theirs.clone() } else { mine.clone() }
}

fn merge_item(base: Option<&Item>, theirs: &Item, mine: &Item) -> Vec<Item> {
    if theirs == mine || Some(mine) == base {
        return vec![theirs.clone()];
    }
    if Some(theirs) == base || theirs.kind == Kind::Deleted {
        return vec![mine.clone()];
    }
    if mine.kind == Kind::Deleted {
        return vec![theirs.clone()];
    }
    // The name of the copy is made from what it says, so that whoever merges makes the same.
    let copy = Item { id: format!("{}+{:08x}", mine.id, checksum(theirs)), ..theirs.clone() };
    vec![mine.clone(), copy]
}

fn checksum(item: &Item) -> u32 {
    let said = match &item.kind {
        Kind::Note { text, .. } => text.as_bytes(),
        Kind::Mark { anchor, .. } => anchor.exact.as_bytes(),
        Kind::Deleted => &[],
    };
    // FNV-1a.
    said.iter().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{Layout, Passage};

    /// Items as `id:text`; `id:-` is a deleted one.
    fn record(items: &str) -> Record {
        let items = items.split_whitespace().map(|item| {
            let (id, text) = item.split_once(':').unwrap();
            let kind = match text {
                "-" => Kind::Deleted,
                text => Kind::Note { text: text.to_owned(), anchor: Passage::default() },
            };
            Item { id: id.to_owned(), kind, rest: Default::default() }
        });
        Record { items: items.collect(), ..Record::default() }
    }

    fn texts(record: &Record) -> String {
        let item = |item: &Item| match &item.kind {
            Kind::Note { text, .. } => text.clone(),
            Kind::Mark { .. } | Kind::Deleted => "-".to_owned(),
        };
        record.items.iter().map(item).collect::<Vec<_>>().join(" ")
    }

    #[track_caller]
    fn check(base: &str, theirs: &str, mine: &str, expected: &str) {
        let merged = merge(&record(base), &record(theirs), &record(mine));
        assert_eq!(texts(&merged), expected);
        let again = merge(&record(mine), &merged, &record(mine));
        assert_eq!(again, merged, "merging again changes nothing");
    }

    #[test]
    fn what_only_one_of_them_added_stays() {
        check("", "a:1", "b:2", "1 2");
        check("a:1", "a:1 c:3", "a:1 b:2", "1 3 2");
    }

    #[test]
    fn what_is_not_there_was_not_deleted() {
        check("a:1 b:2", "b:2", "a:1 b:2", "2 1");
        check("a:1 b:2", "", "a:1 b:2", "1 2");
    }

    #[test]
    fn a_deletion_goes_through_unless_the_note_was_changed() {
        check("a:1", "a:1", "a:-", "-");
        check("a:1", "a:-", "a:1", "-");
        check("a:1", "a:-", "a:2", "2");
        check("a:1", "a:2", "a:-", "2");
    }

    #[test]
    fn two_changes_of_one_note_are_both_kept() {
        check("a:1", "a:2", "a:3", "3 2");
        check("a:1", "a:2", "a:2", "2");
    }

    #[test]
    fn a_place_that_i_did_not_change_is_theirs() {
        let at = |measure| Record {
            layout: Layout { measure: Some(measure), ..Layout::default() },
            ..Record::default()
        };
        assert_eq!(merge(&at(1), &at(2), &at(1)), at(2));
        assert_eq!(merge(&at(1), &at(2), &at(3)), at(3));
    }
}

//! The hits in a document, as far as they are counted.

use super::Query;
use super::stretch::{Counts, STRETCH_BYTES, Scan, blocks_of, n_stretches};
use crate::document::{Document, TextRange};
use std::sync::Arc;

/// So many bytes that are not counted yet are looked through while a key waits.
const READ_AT_ONCE: usize = 128 << 10;

/// So many stretches are read to list hits while a key waits: some milliseconds.
const LISTED_AT_ONCE: usize = 8;

/// The hits of a search; the document that they are of is given to each method.
#[derive(Debug, Clone)]
pub struct Hits {
    /// What is looked for.
    pub query: Arc<Query>,
    /// For each chunk, its hits; `None` where they are not counted yet.
    counts: Vec<Option<Counts>>,
}

/// A hit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// Its words.
    pub range: TextRange,
    /// How many hits stand before it in its stretch.
    index: usize,
}

/// What is known of a hit that was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lookup {
    /// Here it is.
    Found(Hit),
    /// There is none.
    Nothing,
    /// What lies between is not counted yet.
    Unknown,
}

/// The index of a chunk, and of a stretch in it.
type Place = (usize, usize);

impl Hits {
    /// Nothing counted yet.
    pub fn new(query: Query, document: &Document) -> Self {
        Self { query: Arc::new(query), counts: vec![None; document.chunks().len()] }
    }

    /// The same search, without a text.
    pub fn without_counts(&self) -> Self {
        Self { query: self.query.clone(), counts: Vec::new() }
    }

    /// How many are counted so far.
    pub fn total(&self) -> usize {
        self.counts.iter().flatten().map(|counts| counts.total).sum()
    }

    /// Whether all are counted.
    pub fn are_counted(&self) -> bool {
        self.counts.iter().all(Option::is_some)
    }

    /// The indices of the chunks that are not counted yet.
    pub fn uncounted(&self) -> impl Iterator<Item = usize> {
        (0..self.counts.len()).filter(|index| self.counts[*index].is_none())
    }

    /// Takes what was counted in the chunk of this index.
    pub fn add(&mut self, index: usize, counts: Counts) {
        if let Some(place) = self.counts.get_mut(index) {
            *place = Some(counts);
        }
    }

    /// Keeps what was counted in the chunks that both documents begin with.
    pub fn carry_over(&mut self, before: &Document, document: &Document) {
        let both = before.chunks().iter().zip(document.chunks());
        let n_shared = both.take_while(|(one, other)| Arc::ptr_eq(one, other)).count();
        self.counts.truncate(n_shared);
        self.counts.resize(document.chunks().len(), None);
    }

    /// The `n`th hit at or after `offset`, counted from 0.
    pub fn from(&self, document: &Document, offset: usize, n: usize) -> Lookup {
        let (chunk, stretch) = place_of(document, offset);
        let places = places(document, chunk..document.chunks().len());
        self.nth(document, places.filter(|place| *place >= (chunk, stretch)), n, |hits, n| {
            let first = hits.partition_point(|hit| hit.start() < offset);
            if first + n < hits.len() { Ok(first + n) } else { Err(hits.len() - first) }
        })
    }

    /// The `n`th hit before `offset`, counted from 0 and backwards.
    pub fn before(&self, document: &Document, offset: usize, n: usize) -> Lookup {
        let (chunk, stretch) = place_of(document, offset);
        let places = places(document, 0..(chunk + 1).min(document.chunks().len())).rev();
        self.nth(document, places.filter(|place| *place <= (chunk, stretch)), n, |hits, n| {
            let end = hits.partition_point(|hit| hit.start() < offset);
            if n < end { Ok(end - 1 - n) } else { Err(end) }
        })
    }

    /// The `n`th of the hits that stand in `places`, from the first of which on `pick` tells its
    /// index among the hits of a stretch, or how many of them count if there are not enough.
    fn nth(
        &self,
        document: &Document,
        places: impl Iterator<Item = Place>,
        n: usize,
        pick: impl Fn(&[TextRange], usize) -> Result<usize, usize>,
    ) -> Lookup {
        let (mut left, mut unread) = (n, READ_AT_ONCE);
        for (index, place) in places.enumerate() {
            match self.counted(place) {
                Some(0) => continue,
                // Of the first stretch only a part is asked for.
                Some(counted) if index > 0 && counted <= left => {
                    left -= counted;
                    continue;
                }
                Some(_) => {}
                None if unread == 0 => return Lookup::Unknown,
                None => unread = unread.saturating_sub(STRETCH_BYTES),
            }
            let hits = self.hits_at(document, place);
            match pick(&hits, left) {
                Ok(index) => return Lookup::Found(Hit { range: hits[index], index }),
                Err(counted) => left -= counted,
            }
        }
        Lookup::Nothing
    }

    /// The hits from the one of this rank on, of those that are counted: `n` or some more, and
    /// fewer where they stand so far apart that much of the text would have to be read.
    pub fn list(&self, document: &Document, rank: usize, n: usize) -> Vec<Hit> {
        let mut listed = Vec::new();
        let (mut left, mut n_read) = (rank, 0);
        for place in places(document, 0..self.counts.len()) {
            let counted = self.counted(place).unwrap_or(0);
            if counted > left {
                let hits = self.hits_at(document, place).into_iter().enumerate().skip(left);
                listed.extend(hits.map(|(index, range)| Hit { range, index }));
                n_read += 1;
            }
            left = left.saturating_sub(counted);
            if listed.len() >= n || n_read == LISTED_AT_ONCE {
                break;
            }
        }
        listed
    }

    /// About how many hits [`Hits::list`] finds at once where they stand as close as they do in all
    /// of the text.
    pub fn listed_at_once(&self) -> usize {
        let stretches = || self.counts.iter().flatten().flat_map(|counts| &counts.stretches);
        let n_read = stretches().filter(|n| **n > 0).count().max(1);
        (self.total() * LISTED_AT_ONCE / n_read).max(LISTED_AT_ONCE)
    }

    fn counted(&self, (chunk, stretch): Place) -> Option<usize> {
        let counts = self.counts.get(chunk)?.as_ref()?;
        counts.stretches.get(stretch).map(|n| *n as usize)
    }

    fn hits_at(&self, document: &Document, (chunk, stretch): Place) -> Vec<TextRange> {
        let chunk = &document.chunks()[chunk];
        let mut hits = Vec::new();
        Scan::new(&self.query).each(chunk, blocks_of(chunk, stretch), &mut |hit| hits.push(hit));
        hits
    }

    /// How many hits stand before this one; `None` while that is not counted.
    pub fn rank(&self, document: &Document, hit: Hit) -> Option<usize> {
        Some(self.n_before_stretch(place_of(document, hit.range.start()))? + hit.index)
    }

    /// How many hits begin before `offset`; `None` while that is not counted.
    pub fn n_before(&self, document: &Document, offset: usize) -> Option<usize> {
        if document.is_empty() {
            return Some(0);
        }
        let place = place_of(document, offset);
        let n = self.n_before_stretch(place)?;
        let hits = self.hits_at(document, place);
        Some(n + hits.partition_point(|hit| hit.start() < offset))
    }

    fn n_before_stretch(&self, (chunk, stretch): Place) -> Option<usize> {
        let before = self.counts.get(..chunk)?.iter();
        let before: Option<usize> = before.map(|counts| Some(counts.as_ref()?.total)).sum();
        let here = self.counts.get(chunk)?.as_ref()?;
        let here: usize = here.stretches.get(..stretch)?.iter().map(|n| *n as usize).sum();
        Some(before? + here)
    }

    /// The hits in the blocks that `range` touches, which lies in one chunk.
    pub fn around(&self, document: &Document, range: TextRange) -> Vec<TextRange> {
        let Some(chunk) = document.chunk_at(range.start()) else { return Vec::new() };
        let blocks = chunk.blocks();
        // The block before the first that begins in the range may reach into it.
        let first = blocks.n_from(range.start()).saturating_sub(1);
        let end = range.end().checked_sub(1).map_or(0, |last| blocks.n_from(last));
        let mut hits = Vec::new();
        Scan::new(&self.query).each(chunk, first..end, &mut |hit| hits.push(hit));
        hits
    }
}

/// The chunk and the stretch that the block at `offset` begins in.
fn place_of(document: &Document, offset: usize) -> Place {
    let chunks = document.chunks();
    let chunk = chunks.partition_point(|chunk| chunk.base() <= offset).saturating_sub(1);
    let (Some(block), Some(base)) = (document.block_around(offset), chunks.get(chunk)) else {
        return (0, 0);
    };
    (chunk, (block.range.start() - base.base()) / STRETCH_BYTES)
}

/// The stretches of the chunks of these indices, in order.
fn places(
    document: &Document,
    chunks: std::ops::Range<usize>,
) -> impl DoubleEndedIterator<Item = Place> {
    chunks.flat_map(|chunk| {
        (0..n_stretches(&document.chunks()[chunk])).map(move |stretch| (chunk, stretch))
    })
}

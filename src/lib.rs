//! dateline: a terminal reader for long-form articles, with a timeline of their dated events and a
//! sidebar of their attributed quotations. All three panels stand over one document model.
//!
//! # Layers
//!
//! ```text
//!  main.rs            exit status
//!    │
//!  shell/             the only code that touches the world: terminal, files, threads, environment
//!    │        │
//!    │       ui/      draws: &App → cells            ratatui, no state, no I/O
//!    │        │
//!    │       app/     decides: (App, Message) → Effects       no ratatui, no I/O, no threads
//!    │        │
//!  import/  search/  layout/  extract/  companion/  export/  record/   pure functions on documents
//!    └────────┴────────┴────────┴─────────┴──────────┴─────────┘
//!          document/                                   types, folding, anchors, dates
//! ```
//!
//! A file imports only from layers below its own; `tests/tidy.rs` checks it. The folders of the
//! second row from below do not know each other: extraction knows no rows, layout knows no dates
//! (the axis is plotted from day numbers), search knows no panels. What two of them share lives in
//! [`document`]. One exception: [`app`] uses [`export`] for the source of a copied passage, since
//! what is copied is decided where it is known what is focused.
//!
//! # The flow of a key
//!
//! ```text
//! terminal ─bytes─▶ shell/input.rs ─Message─▶ shell/run.rs ─▶ App::update ─Effects─▶ shell/run.rs
//!                                                                │
//!           terminal ◀─bytes─ shell/screen.rs ◀─cells─ ui::draw ◀─ App::fit ◀─ ui::panes
//! ```
//!
//! All messages that have come are taken before a frame is drawn, so a burst of keys is one frame.
//! [`app::App::fit`] lays out what the panels will show, for the sizes that [`ui::panes`] gives
//! them (an open peek before, since it takes as many rows as it has lines); drawing then only
//! writes cells. A frame is written as the cells that changed, in one
//! synchronized update, and such that it stands whatever the terminal takes for the width of a
//! cluster ([`document::is_disputed`]).
//!
//! # Invariants
//!
//! 1. *Offsets are the only positions.* Everything kept (the top of the page, the reading place,
//!    hits, events, jumps) is a byte offset or a [`document::TextRange`]. Rows and columns are
//!    made from them for each frame by [`app::App::fit`] and mean nothing after it; a page also
//!    remembers how many blank lines stood above its first row.
//! 2. *A document never changes.* It is a list of shared immutable chunks. While its source is
//!    read, one revision follows the other, each with the chunks of the one before and more: what
//!    is a place in one is the same place in the next ([`document::Document::continues`]). Of a
//!    long text that is opened where the reader was, a stretch between its beginning and that place
//!    is missing at first ([`document::Document::with_window`]). Reading again makes a new one.
//! 3. *The core cannot fail.* Extraction, layout and search return values. Import fails only if
//!    the bytes are no document, hold nothing visible, are encrypted, or exceed the limit of their
//!    format; damage becomes a warning.
//! 4. *The core is deterministic.* No clock, environment, randomness or hash order in results, nor
//!    the number of threads, which extraction alone has.
//! 5. *Drawing is free of decisions.* If a frame is wrong, the state or the layout is wrong.
//! 6. *Only `shell` waits.* The beginning of a source is read, imported ([`import::Arriving`]) and
//!    painted; the rest is read by a thread of its own and comes as messages. Dates and quotations
//!    of a long text are looked for, and hits counted, by workers, on every core, and come as
//!    messages too; what the chunk of the reading place holds comes first, as provisional
//!    ([`document::Layers::provisional`]). A message carries the ticket of its work, by which it is
//!    told which file it is of, and whether it is still waited for. A long list is filtered a part
//!    at a time, and the shell draws and takes keys in between ([`app::App::is_unfinished`]).
//! 7. *Text is cleaned once.* [`document::CleanText`] and [`document::Clean`] are the only text
//!    that documents hold and that `ui` draws; only `ui/canvas.rs` writes cells.
//! 8. *No statics* other than constants.
//!
//! # The reading place
//!
//! The panels stay in step through one value, [`app::Article::place`]: the start of the item last
//! stepped to while it is on the screen, else the first character of the reading line, which moves
//! from the top row at the beginning of the text to the last row at its end. Each panel marks its
//! last item at or before the place. Where one line of scrolling would pass two items of a panel,
//! the place stops at the first of them for that line, so that scrolling alone marks every item.
//!
//! # Selecting and pointing
//!
//! A selection is two characters, by their offsets, and the unit in which they are taken
//! ([`app::Selection`]); keys move one of the two, and the reading place stays at it. Where the
//! mouse points is told by the geometry of the frame that the reader saw ([`ui::Panes::target`]),
//! as a part of the screen and a cell in it; what that means is decided in [`app`].
//!
//! # Searching
//!
//! [`search::Hits`] keeps how many hits there are in each 64 KiB of the text, and no hit: those on
//! the screen, the next one and the ones of a list are found again when they are wanted, in the
//! stretch that holds them. So a million hits weigh nothing, their number and the number of each is
//! exact, and no folded copy of the text is kept. A key looks through what lies around the reader;
//! the rest is counted by `shell/searching.rs` on every core, from the place on, and comes back as
//! messages. A new search stops the one before. What was counted in a chunk stays true while the
//! document has that chunk. A person is searched for by the places where extraction found them named
//! ([`document::Places`]), so that what the list of people counts is what is gone to.
//!
//! # Citing
//!
//! The styles of the guides are written in the Citation Style Language (`assets/cite`, ours) and
//! rendered by its processor; a document is an item of CSL-JSON to them, as it is to other programs.
//! Nothing of that is read before a source is asked for.
//!
//! # Several files
//!
//! Each file that was gone to has an [`app::App`] of its own, which knows no other file: the shell
//! keeps them in a list and shows one. So its whole state is kept, and what another file's worker
//! finds meanwhile goes to the `App` whose ticket the message carries. Only colors, mouse and the
//! form of a source are handed over from one to the next.
//!
//! # What is kept
//!
//! What the reader leaves in a text is a [`record::Record`]: the place, marks, notes, the layout.
//! Places in it are kept by their words ([`record::Passage`]), with offsets as hints, and the text
//! itself is known by a [`record::Sketch`] of its words, which is the name of the record's file. The
//! program decides what is kept and asks for it ([`app::Effect::Save`]); a thread of the shell saves
//! it ([`shell::storage`]): under a lock it reads what is stored, merges item by item with what
//! changed here ([`fn@record::merge`]), and puts a new file, synchronized, in the place of the old one.
//! Only the message that this is done tells the reader. One save of a file runs at a time. The
//! place alone is saved some seconds after it changed, when another file is shown, and at the end;
//! while nothing is new, nothing wakes. A record says where its text lay, and a file with the name
//! `HASH.path` which record is of the text there: so one is known of which most was rewritten.
//!
//! With the place of a long file that is plain UTF-8 goes a [`document::Checkpoint`]: where in the
//! file its lines can be read from on, and which offset and numbers the first block there has. A
//! place near the beginning is read up to before the first frame. For one further on, if the file is
//! still as long, the stretch from the checkpoint on is imported, with what the importer learned
//! from the head, and shown if the words of the place stand at its offset; what is read from the
//! beginning on takes its place without moving it, or if they differ, with the reader at the same
//! words.
//!
//! Marks and notes that are not where they were, in a long text that has changed, are looked for a
//! part at a time, between keys ([`record::Finding`]), and so is the place.
//!
//! Only the shell knows a random number: ids of items begin with one, so that those of two programs
//! never meet. The editor of notes is the library's; `app` holds its text and cursor, and `ui` draws
//! it through the canvas.
//!
//! # Rows and cells
//!
//! A row of the page is one or more pieces, each a range of the text with a column to stand at.
//! Nearly always it is one: the words of the row. In a table the cells stand beside each other and
//! wrap, so that what a row shows is not one range; its range is then the stretch of the table that
//! it stands for. These stretches partition the text in order, so that every place has its row, and
//! whatever lies over the text (dates, quotations, matches) is laid over pieces.
//!
//! What encloses a block is told by [`document::Nesting`], from the outermost level in, and not by
//! a depth alone: bars and hanging indents have to stand where their levels begin. The box of a
//! task and the raised number of a footnote are part of the text, as the marker of an item is.
//! Names of places, to which links lead, are kept by their chunk, and found by
//! [`document::Document::target`].
//!
//! All widths are those of whole clusters ([`document::clusters`]), in layout, drawing and writing
//! alike, and whatever lies over a part of a letter is laid over the whole of it.
//!
//! # Where this differs from the plan
//!
//! The default keys stand in `app/action.rs`, in the table that also holds the words of the help,
//! and not in an asset: one place to read, checked by the compiler. Titles, deks and captions are
//! kinds of block, as in the JSON export. Between 60 and 110 columns the quotes that are asked for
//! stand beside the text, which moves aside, and not over it: over it they would cover the very
//! words that were gone to. A panel with nothing to show leaves its space to the text, as long as
//! it is not asked for. A companion may say `era = true` of an event: whether a span of years is a
//! named era cannot be told from its date. An event that is mentioned more than once is one event:
//! its further mentions are in [`document::Layers::events`] and in the JSON, where `same_as` is the
//! index of the first one, and the panels show and count it once. In the JSON, eras stand in a list
//! of their own, `eras`, since a period is no dated event. The marker of a list item is part of its
//! text, so that the text is whole by itself. Pages are tokenized and kept flat instead of parsed to a tree, since
//! the time of a tree grows with the square of its depth; only Readability makes one, of a page
//! written anew for it. Books are unpacked and read here, since no library for them bounds what it
//! unpacks.

pub mod app;
pub mod companion;
pub mod document;
pub mod export;
pub mod extract;
pub mod import;
pub mod layout;
pub mod record;
pub mod search;
pub mod shell;
pub mod ui;

//! The one table of actions: what each does, in the words of the help, and the keys that do it.
//!
//! Lookup, help and the tests against clashes are all made from it.

use super::key::Key;

/// Which part of the help an action stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Moving through the text.
    Read,
    /// Events, quotations and the panels that show them.
    Panels,
    /// Searching and jumping.
    Find,
    /// What some keys do while words are being selected.
    Select,
    /// Copying, looks, the program.
    Program,
}

impl Group {
    /// All groups, in the order of the help.
    pub const ALL: [Self; 5] = [Self::Read, Self::Panels, Self::Find, Self::Select, Self::Program];

    /// The heading of the group.
    pub fn title(self) -> &'static str {
        match self {
            Self::Read => "Reading",
            Self::Panels => "Timeline and quotes",
            Self::Find => "Finding",
            Self::Select => "While selecting",
            Self::Program => "The rest",
        }
    }
}

macro_rules! actions {
    ($($group:ident { $($variant:ident [$($key:literal)+] $help:literal)+ })+) => {
        /// Something that a key does.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Action {
            $($(#[doc = $help] $variant,)+)+
        }

        impl Action {
            /// The name of the variant.
            fn variant(self) -> &'static str {
                match self {
                    $($(Self::$variant => stringify!($variant),)+)+
                }
            }
        }

        /// Every action: its group, its keys and its help.
        pub const ACTIONS: &[Binding] = &[
            $($(Binding {
                action: Action::$variant,
                group: Group::$group,
                keys: &[$($key),+],
                help: $help,
            },)+)+
        ];
    };
}

/// One line of the table.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    /// What is done.
    pub action: Action,
    /// Where it stands in the help.
    pub group: Group,
    /// The key sequences that do it; blanks separate the keys of one.
    pub keys: &'static [&'static str],
    /// What it does, in the reader's words.
    pub help: &'static str,
}

impl Action {
    /// Whether its keys are its own only while words are being selected.
    pub fn is_for_selecting(self) -> bool {
        ACTIONS.iter().any(|line| line.action == self && line.group == Group::Select)
    }

    /// The action of this name.
    pub fn named(name: &str) -> Option<Self> {
        ACTIONS.iter().map(|line| line.action).find(|action| action.name() == name)
    }

    /// The name in the settings, such as `next-match`.
    pub fn name(self) -> String {
        let mut name = String::new();
        for letter in self.variant().chars() {
            if letter.is_uppercase() && !name.is_empty() {
                name.push('-');
            }
            name.extend(letter.to_lowercase());
        }
        name
    }
}

impl Binding {
    /// The sequences as keys. What is no key is left out; a test forbids it.
    pub fn sequences(&self) -> impl Iterator<Item = Vec<Key>> {
        self.keys.iter().filter_map(|keys| keys.split(' ').map(Key::parse).collect())
    }
}

actions! {
    Read {
        Down ["j" "↓"] "a line, or in a panel an item, down"
        Up ["k" "↑"] "a line, or in a panel an item, up"
        PageDown ["Space" "f" "PgDn" "Ctrl-f"] "a page down"
        PageUp ["b" "PgUp" "Ctrl-b"] "a page up"
        HalfPageDown ["d" "Ctrl-d"] "half a page down"
        HalfPageUp ["u" "Ctrl-u"] "half a page up"
        Top ["g" "Home"] "to the top; 12g to paragraph 12"
        Bottom ["G" "End"] "to the end; 12G to paragraph 12"
        Percent ["%"] "50% to the middle"
        NextParagraph ["}" ")"] "the next paragraph"
        PreviousParagraph ["{" "("] "the previous paragraph"
        NextSection ["]" "Alt-↓"] "the next section"
        PreviousSection ["[" "Alt-↑"] "the previous section"
        Left ["h" "←"] "timeline: event back; code: left"
        Right ["l" "→"] "timeline: event on; code: right"
    }
    Panels {
        NextEvent ["."] "the next event, from anywhere"
        PreviousEvent [","] "the event before, from anywhere"
        NextQuote [">" "Shift-↓"] "the next quotation, from anywhere"
        PreviousQuote ["<" "Shift-↑"] "the quotation before, from anywhere"
        NextPanel ["Tab"] "to the next panel"
        PreviousPanel ["S-Tab"] "to the previous panel"
        Timeline ["t"] "to the timeline"
        Quotes ["s"] "to the quotes"
        GoThere ["Enter"] "to the item, or to the footnote"
        Zoom ["z"] "zoom the panel, and back"
        Layout ["w"] "the next arrangement of the panels"
        Unlink ["\\" "U"] "let the panels move alone, and back"
        Order ["O"] "timeline as it happened, or as told"
        Speaker ["@" "S"] "the next speaker only; then all"
        Peek ["K"] "the item or the footnote in full"
        Date ["D"] "when the article was written"
    }
    Find {
        Outline ["o"] "the outline; Tab: the people"
        People ["P"] "the people; Tab: the outline"
        Links ["F"] "number the links; F again: all"
        Search ["/"] "search; Ctrl-r: a pattern"
        NextMatch ["n"] "the next match, in a panel its item"
        PreviousMatch ["N"] "the previous match"
        Matches ["&"] "the list of all matches"
        SearchWord ["*"] "search the word, or the selection"
        SetMark ["m letter"] "mark this place with a letter"
        GoToMark ["' letter"] "to a mark"
        Marks ["B"] "the marks"
        LastPlace ["' '"] "to where the last jump began"
        Back ["H" "Ctrl-o" "Backspace"] "back through the jumps"
        Forward ["L" "Alt-→"] "forward through the jumps"
        Escape ["Esc"] "close, clear, back to the article"
    }
    Select {
        NextWord ["w"] "to the next word"
        PreviousWord ["b"] "to the word before"
        WordEnd ["e"] "to the end of the word"
        NextSentence [")"] "to the end of the sentence"
        PreviousSentence ["("] "to its beginning"
        RowStart ["0"] "to the beginning of the row"
        RowEnd ["$"] "to its end"
        OtherEnd ["o"] "move the other end"
    }
    Program {
        Select ["v"] "select; again: words, sentences …"
        Note ["a"] "note on the selection or the item"
        Notes ["A"] "the notes"
        Copy ["y"] "copy what is selected, or the item"
        CopyWithSource ["Y"] "copy it with its source"
        CiteStyle ["c"] "the form of a copied source"
        Mouse ["M"] "use the mouse, or leave it alone"
        Narrower ["-"] "a narrower column"
        Wider ["=" "+"] "a wider column"
        DefaultMeasure ["_"] "the usual column"
        Theme ["T"] "dark, light, or plain"
        Commands [":"] "all commands, by their names"
        Help ["?" "F1"] "this help"
        NextFile ["Ctrl-n"] "the next file"
        PreviousFile ["Ctrl-p"] "the previous file"
        Reload ["r"] "read the file again"
        Redraw ["Ctrl-l"] "draw the screen again"
        Suspend ["Ctrl-z"] "to the shell; fg comes back"
        Quit ["q" "Ctrl-c"] "close the overlay, or quit"
    }
}

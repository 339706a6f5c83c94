//! Which panels stand where: focus, zoom, arrangement; all that does not depend on the size.

/// One of the three panels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Panel {
    /// The text.
    #[default]
    Article,
    /// The events.
    Timeline,
    /// The quotations.
    Quotes,
}

impl Panel {
    /// The panel after this one.
    pub fn next(self) -> Self {
        match self {
            Self::Article => Self::Timeline,
            Self::Timeline => Self::Quotes,
            Self::Quotes => Self::Article,
        }
    }

    /// The name under which a record keeps it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Article => "article",
            Self::Timeline => "timeline",
            Self::Quotes => "quotes",
        }
    }

    /// The panel of this name.
    pub fn named(name: &str) -> Option<Self> {
        [Self::Article, Self::Timeline, Self::Quotes].into_iter().find(|panel| panel.name() == name)
    }

    /// The panel before this one.
    pub fn previous(self) -> Self {
        self.next().next()
    }
}

/// Which panels stand beside the article, as far as there is room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Arrangement {
    /// Timeline and quotes.
    #[default]
    All,
    /// The timeline alone.
    Timeline,
    /// The quotes alone.
    Quotes,
    /// Neither.
    Article,
}

impl Arrangement {
    fn next(self) -> Self {
        match self {
            Self::All => Self::Timeline,
            Self::Timeline => Self::Quotes,
            Self::Quotes => Self::Article,
            Self::Article => Self::All,
        }
    }

    /// The panels that have something to show.
    pub fn of(has_events: bool, has_quotes: bool) -> Self {
        match (has_events, has_quotes) {
            (true, true) => Self::All,
            (true, false) => Self::Timeline,
            (false, true) => Self::Quotes,
            (false, false) => Self::Article,
        }
    }

    /// Whether the timeline stands.
    pub fn has_timeline(self) -> bool {
        matches!(self, Self::All | Self::Timeline)
    }

    /// Whether the quotes stand.
    pub fn has_quotes(self) -> bool {
        matches!(self, Self::All | Self::Quotes)
    }

    /// The name under which a record keeps it.
    pub fn name(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Timeline => "timeline",
            Self::Quotes => "quotes",
            Self::Article => "article",
        }
    }

    /// The arrangement of this name.
    pub fn named(name: &str) -> Option<Self> {
        let all = [Self::All, Self::Timeline, Self::Quotes, Self::Article];
        all.into_iter().find(|arrangement| arrangement.name() == name)
    }

    /// The arrangement in the reader's words.
    pub fn words(self) -> &'static str {
        match self {
            Self::All => "article, timeline and quotes",
            Self::Timeline => "article and timeline",
            Self::Quotes => "article and quotes",
            Self::Article => "the article alone",
        }
    }
}

/// From how many columns on a panel stands beside the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// The timeline.
    pub timeline: u16,
    /// The quotes.
    pub quotes: u16,
}

impl Standing {
    /// No panel stands in fewer columns.
    pub const LEAST: u16 = 60;
    /// A panel that never stands.
    pub const NEVER: u16 = u16::MAX;
}

impl Default for Standing {
    fn default() -> Self {
        Self { timeline: Self::LEAST, quotes: 110 }
    }
}

/// What the reader made of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct View {
    /// The panel that the keys mean.
    pub focus: Panel,
    /// The focused panel fills the screen.
    pub is_zoomed: bool,
    /// The panels are looked along without moving the article.
    pub is_unlinked: bool,
    /// The panel that was looked along last without the article.
    pub browsed: Panel,
    /// The panels that stand.
    pub arrangement: Arrangement,
    /// The character of the text on which the mouse's button is held down.
    pub pressed: Option<usize>,
}

impl View {
    /// Focuses a panel; a zoomed one gives way to the article, but not to another panel.
    pub fn focus_on(&mut self, panel: Panel) {
        self.is_zoomed &= panel == self.focus || panel != Panel::Article;
        self.focus = panel;
    }

    /// The next arrangement. A panel that goes gives its focus to the article.
    pub fn rearrange(&mut self) {
        self.arrangement = self.arrangement.next();
        let stands = match self.focus {
            Panel::Article => true,
            Panel::Timeline => self.arrangement.has_timeline(),
            Panel::Quotes => self.arrangement.has_quotes(),
        };
        if !stands {
            self.focus_on(Panel::Article);
        }
    }
}

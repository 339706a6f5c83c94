//! The elements of HTML that matter to a reader, and what each of them does to the text.

/// What an element does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Its text stands in lines of its own.
    Block,
    /// Its text stands in the line.
    Inline,
    /// It has no content.
    Void,
    /// Its content is never read: scripts, forms, media.
    Hidden,
}

macro_rules! tags {
    ($($variant:ident $role:ident $($name:literal)+;)*) => {
        /// An element, by its name; names that mean the same are one.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[allow(missing_docs, reason = "the names are those of HTML")]
        pub enum Tag { $($variant,)* }

        impl Tag {
            /// Every element.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The element of this name in lower case.
            pub fn named(name: &[u8]) -> Self {
                $($(if name == $name.as_bytes() { return Self::$variant; })+)*
                Self::Other
            }

            /// Its first name.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => [$($name,)+][0],)* }
            }

            /// What it does.
            pub fn role(self) -> Role {
                match self { $(Self::$variant => Role::$role,)* }
            }
        }
    };
}

tags! {
    P Block "p";
    A Inline "a";
    Span Inline "span" "font" "big" "small" "u" "abbr" "acronym" "bdi" "bdo" "ins" "label" "time"
        "data" "nobr" "mark";
    Div Block "div" "section" "main" "center" "fieldset" "form" "details" "summary"
        "optgroup" "search" "legend" "dir";
    Em Inline "em" "i" "dfn" "var";
    Cite Inline "cite";
    Strong Inline "strong" "b";
    Li Block "li";
    Br Void "br";
    Img Void "img" "image";
    H1 Block "h1";
    H2 Block "h2";
    H3 Block "h3";
    H4 Block "h4";
    H5 Block "h5";
    H6 Block "h6";
    Ul Block "ul" "menu";
    Ol Block "ol";
    Td Block "td";
    Th Block "th";
    Tr Block "tr";
    Table Block "table";
    Tbody Block "tbody" "thead" "tfoot";
    TableCaption Block "caption";
    Blockquote Block "blockquote";
    Sup Inline "sup";
    Sub Inline "sub";
    Code Inline "code" "kbd" "samp" "tt";
    Pre Block "pre" "listing" "xmp" "plaintext";
    Strike Inline "s" "del" "strike";
    Q Inline "q";
    Article Block "article";
    Header Block "header";
    Hgroup Block "hgroup";
    Footer Block "footer";
    Nav Block "nav";
    Aside Block "aside";
    Address Block "address";
    Figure Block "figure";
    Figcaption Block "figcaption";
    Dl Block "dl";
    Dt Block "dt";
    Dd Block "dd";
    Hr Void "hr";
    Ruby Inline "ruby";
    Rt Inline "rt";
    Rp Hidden "rp";
    Math Inline "math";
    Annotation Inline "annotation" "annotation-xml";
    Row Inline "mrow";
    Fraction Inline "mfrac";
    Superscript Inline "msup" "mover";
    Subscript Inline "msub" "munder";
    Scripts Inline "msubsup" "munderover";
    Root Inline "msqrt";
    Html Block "html";
    Body Block "body";
    Frameset Block "frameset";
    Noframes Block "noframes";
    Frame Void "frame";
    Head Hidden "head";
    Title Hidden "title";
    Script Hidden "script";
    Style Hidden "style";
    Template Hidden "template";
    Case Hidden "epub:case" "case";
    Noscript Hidden "noscript" "noembed";
    Media Hidden "svg" "iframe" "object" "audio" "video" "canvas" "map" "applet";
    Control Hidden "button" "textarea" "dialog" "progress" "meter";
    Select Hidden "select" "datalist";
    Choice Hidden "option";
    Input Void "input";
    Meta Void "meta";
    Link Void "link";
    NoContent Void "source" "wbr" "area" "base" "col" "embed" "param" "track" "bgsound"
        "basefont" "keygen";
    Other Inline "*";
}

impl Tag {
    /// Its place among all.
    pub fn index(self) -> usize {
        self as usize
    }

    /// The level of a heading.
    pub fn level(self) -> Option<u8> {
        Some(match self {
            Self::H1 => 1,
            Self::H2 => 2,
            Self::H3 => 3,
            Self::H4 => 4,
            Self::H5 => 5,
            Self::H6 => 6,
            _ => return None,
        })
    }

    /// Whether it stands on lines of its own.
    pub fn is_block(self) -> bool {
        self.role() == Role::Block
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_mean_the_same_are_one_element() {
        assert_eq!(Tag::named(b"i"), Tag::Em);
        assert_eq!(Tag::named(b"section").name(), "div");
        assert_eq!(Tag::named(b"my-element"), Tag::Other);
        assert!(Tag::ALL.iter().zip(0..).all(|(tag, at)| tag.index() == at));
    }
}

//! From what a cell means to how it looks, by theme and number of colors.

use crate::app::{Depth, Settings, Theme};
use crate::document::Mark;
use ratatui::style::{Color, Style};

/// What a piece of the screen means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Running text.
    Text,
    /// Words that matter among others.
    Strong,
    /// Words that support others.
    Faint,
    /// Rules between panels.
    Rule,
    /// The name of the focused panel.
    Focus,
    /// Code among words.
    Code,
    /// A date.
    Time,
    /// The marked event, in the text.
    TimeMarked,
    /// A named era.
    Era,
    /// A speaker's words and name; the number tells speakers apart.
    Speaker(u32),
    /// The marked quotation.
    SpeakerMarked(u32),
    /// Words noted on.
    Noted,
    /// A search hit.
    Hit,
    /// The search hit that the reader is at.
    CurrentHit,
    /// A letter of a list that matches what is typed.
    Matched,
    /// Words that are being selected.
    Selected,
    /// Something told.
    Notice,
}

/// The colors of one theme.
struct Palette {
    faint: u32,
    rule: u32,
    strong: u32,
    time: u32,
    time_page: u32,
    speakers: [u32; 3],
    speaker_page: u32,
    note_page: u32,
    hit_ink: u32,
    hit_page: u32,
    current_page: u32,
    selected_page: u32,
    code_page: u32,
}

const DARK: Palette = Palette {
    faint: 0x8f_8b_83,
    rule: 0x4a_4a_4a,
    strong: 0xf2_ee_e4,
    time: 0xe0_a9_5c,
    time_page: 0x4a_38_1c,
    speakers: [0x8f_bc_bb, 0xc7_95_b5, 0xa3_be_8c],
    speaker_page: 0x2c_33_36,
    note_page: 0x24_34_2a,
    hit_ink: 0xf2_ee_e4,
    hit_page: 0x4f_49_2b,
    current_page: 0xe5_c0_7b,
    selected_page: 0x3b_5b_8c,
    code_page: 0x33_33_33,
};

const LIGHT: Palette = Palette {
    faint: 0x70_6a_60,
    rule: 0xc4_be_b2,
    strong: 0x11_0f_0c,
    time: 0x9a_5b_00,
    time_page: 0xf6_e0_b8,
    speakers: [0x1f_6f_6b, 0x8a_3f_73, 0x4c_7a_2a],
    speaker_page: 0xe4_ee_ec,
    note_page: 0xe2_f0_d2,
    hit_ink: 0x11_0f_0c,
    hit_page: 0xf3_e9_a8,
    current_page: 0xe0_8a_00,
    selected_page: 0xb8_d2_f4,
    code_page: 0xec_e8_df,
};

/// The style of a role.
pub fn style(role: Role, settings: &Settings) -> Style {
    match (settings.theme, settings.depth) {
        (Theme::Plain, _) => plain(role),
        (_, Depth::Ansi16) => ansi(role),
        (Theme::Dark, depth) => rich(role, &DARK, depth, 0x1a_1c_20),
        (Theme::Light, depth) => rich(role, &LIGHT, depth, 0x11_0f_0c),
    }
}

/// Attributes alone; every role that needs telling apart has one.
fn plain(role: Role) -> Style {
    let style = Style::new();
    match role {
        Role::Text | Role::Code | Role::Faint | Role::Rule | Role::Speaker(_) => style,
        Role::Strong | Role::Notice => style.bold(),
        Role::Focus => style.bold().underlined(),
        Role::Time | Role::Matched => style.underlined(),
        Role::TimeMarked => style.bold().underlined(),
        Role::Era => style.italic(),
        Role::SpeakerMarked(_) => style.bold(),
        Role::Noted => style.underlined(),
        Role::Hit => style.underlined().bold(),
        Role::CurrentHit => style.reversed(),
        Role::Selected => style.reversed().underlined(),
    }
}

/// The terminal's own 16 colors, which its owner can read.
fn ansi(role: Role) -> Style {
    const SPEAKERS: [Color; 3] = [Color::Cyan, Color::Magenta, Color::Green];
    let style = Style::new();
    match role {
        Role::Text => style,
        Role::Code => style.fg(Color::Cyan),
        Role::Strong | Role::Notice => style.bold(),
        Role::Faint | Role::Rule => style.fg(Color::DarkGray),
        Role::Focus => style.fg(Color::Yellow).bold(),
        Role::Time | Role::Matched => style.fg(Color::Yellow),
        Role::TimeMarked => style.fg(Color::Yellow).bold().underlined(),
        Role::Era => style.fg(Color::Yellow).italic(),
        Role::Speaker(id) => style.fg(SPEAKERS[id as usize % 3]),
        Role::SpeakerMarked(id) => style.fg(SPEAKERS[id as usize % 3]).bold().underlined(),
        Role::Noted => style.underlined(),
        Role::Hit => style.fg(Color::Black).bg(Color::Yellow),
        Role::CurrentHit => style.bold().reversed(),
        Role::Selected => style.fg(Color::White).bg(Color::Blue).underlined(),
    }
}

fn rich(role: Role, palette: &Palette, depth: Depth, current_ink: u32) -> Style {
    let color = |rgb: u32| match depth {
        Depth::Xterm256 => Color::Indexed(nearest_indexed(rgb)),
        _ => Color::from_u32(rgb),
    };
    let ink = |rgb: u32| Style::new().fg(color(rgb));
    let speaker = |id: u32| palette.speakers[id as usize % 3];
    match role {
        Role::Text => Style::new(),
        Role::Code => Style::new().bg(color(palette.code_page)),
        Role::Strong | Role::Notice => ink(palette.strong).bold(),
        Role::Faint => ink(palette.faint),
        Role::Rule => ink(palette.rule),
        Role::Focus => ink(palette.time).bold(),
        Role::Time | Role::Matched => ink(palette.time),
        Role::TimeMarked => ink(palette.time).bg(color(palette.time_page)).bold(),
        Role::Era => ink(palette.time).italic(),
        Role::Speaker(id) => ink(speaker(id)),
        Role::SpeakerMarked(id) => ink(speaker(id)).bg(color(palette.speaker_page)).bold(),
        Role::Noted => Style::new().bg(color(palette.note_page)).underlined(),
        Role::Hit => ink(palette.hit_ink).bg(color(palette.hit_page)),
        Role::Selected => ink(palette.strong).bg(color(palette.selected_page)),
        Role::CurrentHit => ink(current_ink).bg(color(palette.current_page)).bold(),
    }
}

/// The entry of xterm's color cube or gray ramp that is nearest to a color.
fn nearest_indexed(rgb: u32) -> u8 {
    const STEPS: [i32; 6] = [0, 95, 135, 175, 215, 255];
    let channels = [rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff].map(|channel| channel as i32);
    let distance = |other: [i32; 3]| -> i32 {
        channels.iter().zip(other).map(|(mine, theirs)| (mine - theirs).pow(2)).sum()
    };
    let levels = channels
        .map(|channel| (0..6).min_by_key(|level| (STEPS[*level] - channel).abs()).unwrap_or(0));
    let cube = (16 + 36 * levels[0] + 6 * levels[1] + levels[2], levels.map(|level| STEPS[level]));
    let gray = (channels.iter().sum::<i32>() / 3 - 8).clamp(0, 230) / 10;
    let ramp = (232 + gray as usize, [8 + 10 * gray; 3]);
    let best = if distance(ramp.1) < distance(cube.1) { ramp.0 } else { cube.0 };
    best as u8
}

/// What an inline span changes about the style of its words.
pub fn mark_style(mark: &Mark<'_>, settings: &Settings) -> Style {
    match mark {
        Mark::Emphasis => Style::new().italic(),
        Mark::Strong => Style::new().bold(),
        Mark::Language(_) | Mark::Image(_) | Mark::Title(_) => Style::new(),
        Mark::Strike => Style::new().crossed_out(),
        Mark::Link(_) => Style::new().underlined(),
        // A line under a raised number would look like a part of it.
        Mark::Note(_) => style(Role::Strong, settings),
        Mark::Code => style(Role::Code, settings),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn indexed_colors_are_near() {
        assert_eq!(nearest_indexed(0xff_00_00), 196);
        assert_eq!(nearest_indexed(0x80_80_80), 244);
        assert_eq!(nearest_indexed(0xe0_a9_5c), 179);
    }
}

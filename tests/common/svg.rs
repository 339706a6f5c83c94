//! A frame as a picture: SVG, drawn from the cells of the program's own buffer.

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use std::fmt::Write;

const CELL: (f32, f32) = (8.4, 18.0);
const PAGE: &str = "#1a1c20";
const INK: &str = "#d8d4ca";

/// The frame on a dark page.
pub fn svg(buffer: &Buffer) -> String {
    let (columns, rows) = (buffer.area.width, buffer.area.height);
    let (width, height) = (f32::from(columns) * CELL.0 + 32.0, f32::from(rows) * CELL.1 + 32.0);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:.0} {height:.0}\" \
         font-family=\"DejaVu Sans Mono, Menlo, Consolas, monospace\" font-size=\"14\">\n\
         <rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"{PAGE}\"/>\n"
    );
    for y in 0..rows {
        let mut x = 0;
        while x < columns {
            let cell = &buffer[(x, y)];
            let mut end = x + 1;
            while end < columns && style_of(&buffer[(end, y)]) == style_of(cell) {
                end += 1;
            }
            draw_run(&mut out, buffer, x..end, y);
            x = end;
        }
    }
    out + "</svg>\n"
}

fn style_of(cell: &Cell) -> (Color, Color, Modifier) {
    (cell.fg, cell.bg, cell.modifier)
}

fn draw_run(out: &mut String, buffer: &Buffer, run: std::ops::Range<u16>, y: u16) {
    let cell = &buffer[(run.start, y)];
    let (x, top) = (16.0 + f32::from(run.start) * CELL.0, 16.0 + f32::from(y) * CELL.1);
    let width = run.len() as f32 * CELL.0;
    if let Some(page) = hex(cell.bg) {
        writeln!(
            out,
            "<rect x=\"{x:.1}\" y=\"{top:.1}\" width=\"{width:.1}\" height=\"{}\" fill=\"{page}\"/>",
            CELL.1
        )
        .unwrap();
    }
    let text: String = run.clone().map(|x| buffer[(x, y)].symbol()).collect();
    if text.trim().is_empty() {
        return;
    }
    let ink = hex(cell.fg).unwrap_or_else(|| INK.to_owned());
    let weight = if cell.modifier.contains(Modifier::BOLD) { " font-weight=\"bold\"" } else { "" };
    let slant =
        if cell.modifier.contains(Modifier::ITALIC) { " font-style=\"italic\"" } else { "" };
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    writeln!(
        out,
        "<text x=\"{x:.1}\" y=\"{:.1}\" textLength=\"{width:.1}\" fill=\"{ink}\"{weight}{slant} xml:space=\"preserve\">{escaped}</text>",
        top + 13.5
    )
    .unwrap();
}

fn hex(color: Color) -> Option<String> {
    match color {
        Color::Rgb(red, green, blue) => Some(format!("#{red:02x}{green:02x}{blue:02x}")),
        _ => None,
    }
}

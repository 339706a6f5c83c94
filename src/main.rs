//! dateline: reads an article in the terminal, with its timeline and its quotations.

use std::process::ExitCode;

fn main() -> ExitCode {
    dateline::shell::run()
}

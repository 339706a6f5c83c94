//! Where nothing can be kept, or what is kept cannot be read, that is told.

use crate::common::pty::{Program, command, state_folder};
use crate::reader::{article, paragraph, quit, reads, records, start};
use portable_pty::CommandBuilder;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

#[test]
fn a_home_that_is_missing_or_cannot_be_written_to_is_told_and_survived() {
    let path = article("homeless.txt", paragraph);
    let name = path.to_str().unwrap();
    let mut homeless = command(&[name]);
    homeless.env_remove("XDG_STATE_HOME");
    homeless.env_remove("HOME");
    let mut program = Program::run(homeless, 100, 30);
    program.expect("there is no home folder; set HOME");
    program.send("40G");
    program.expect("¶ 40 of 90");
    quit(program);
    // A file stands where the folder should be: nobody, not even root, can make one there.
    let state = state_folder();
    fs::create_dir_all(state.parent().unwrap()).unwrap();
    fs::write(&state, "").unwrap();
    let mut program = start(&state, &path);
    program.expect("cannot be kept");
    program.send("40Gma");
    program.expect("not saved: ");
    program.send("q");
    program.expect("1 change not saved");
    program.send("jq");
    program.finish();
    program.assert_restored();
    program.expect("marks and notes not saved (1)");
}

#[test]
fn a_read_only_home_is_told_and_survived() {
    let (state, path) = (state_folder(), article("read-only.txt", paragraph));
    fs::create_dir_all(&state).unwrap();
    let mounted = Command::new("mount")
        .args(["-t", "tmpfs", "-o", "ro,size=64k", "tmpfs"])
        .arg(&state)
        .stderr(Stdio::null())
        .status();
    if !mounted.is_ok_and(|status| status.success()) {
        eprintln!("SKIPPED a_read_only_home_is_told_and_survived: nothing can be mounted here");
        return;
    }
    let unmount = Unmount(&state);
    let mut program = start(&state, &path);
    program.expect("read-only file system");
    program.send("40G");
    program.expect("¶ 40 of 90");
    quit(program);
    drop(unmount);
}

/// Whether the program may write files, as on a disk that fails and then works again.
#[cfg(target_os = "linux")]
fn let_write(program: &Program, may: bool) {
    use rustix::process::{Pid, Resource, Rlimit, prlimit};
    let pid = Pid::from_raw(program.child.process_id().unwrap() as i32);
    let limit = Rlimit { current: if may { None } else { Some(0) }, maximum: None };
    prlimit(pid, Resource::Fsize, limit).unwrap();
}

#[cfg(target_os = "linux")]
#[test]
fn what_could_not_be_written_is_told_and_saved_with_the_next_try() {
    let (state, path) = (state_folder(), article("failing.txt", paragraph));
    // Who ignores the signal of a file that grows too large is told by an error.
    let mut command = CommandBuilder::new("sh");
    command.args(["-c", "trap '' XFSZ; exec \"$@\"", "sh", env!("CARGO_BIN_EXE_dateline")]);
    command.args(["--theme", "dark", path.to_str().unwrap()]);
    for (name, value) in reads(&state, &[]).iter_extra_env_as_str() {
        command.env(name, value);
    }
    let mut program = Program::run(command, 100, 30);
    program.expect("Paragraph 1 tells");
    program.send("20Gma");
    program.expect("mark a: ");
    let before = fs::read(&records(&state)[0]).unwrap();
    let_write(&program, false);
    program.send("30Gmb");
    program.expect("not saved: file too large");
    assert_eq!(fs::read(&records(&state)[0]).unwrap(), before);
    let_write(&program, true);
    program.send("40Gmc");
    program.expect("mark c: ");
    quit(program);
    let mut program = start(&state, &path);
    program.send("B");
    for n in [20, 30, 40] {
        program.expect(&format!("Paragraph {n} tells"));
    }
    program.send("\x1b");
    program.expect_gone("Paragraph 20 tells");
    quit(program);
}

/// Unmounts, even if the test fails.
struct Unmount<'a>(&'a Path);

impl Drop for Unmount<'_> {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0).status();
    }
}

#[test]
fn a_record_that_cannot_be_read_is_set_aside_and_told() {
    for (bytes, told) in
        [("{\"schema\": 1, \"it", "it is damaged"), ("{\"schema\": 7}", "newer dateline")]
    {
        let (state, path) = (state_folder(), article("aside.txt", paragraph));
        let mut program = start(&state, &path);
        program.expect("Paragraph 1 tells");
        program.send("40Gma");
        program.expect("mark a: ");
        quit(program);
        let record = records(&state)[0].clone();
        fs::write(&record, bytes).unwrap();
        let mut program = Program::run(reads(&state, &[path.to_str().unwrap()]), 200, 30);
        program.expect(told);
        program.expect("set aside as");
        program.send("20Gma");
        program.expect("mark a: “Paragraph 20");
        quit(program);
        let aside = fs::read_dir(record.parent().unwrap()).unwrap().flatten();
        assert!(aside.into_iter().any(|entry| fs::read(entry.path()).unwrap() == bytes.as_bytes()));
    }
}

#[test]
fn what_is_set_aside_is_told_within_80_columns_and_in_full_at_the_end() {
    let (home, path) = (state_folder(), article("aside-80.txt", paragraph));
    let start = || {
        let mut at_home = command(&["--theme", "dark", path.to_str().unwrap()]);
        at_home.env_remove("XDG_STATE_HOME");
        at_home.env("HOME", &home);
        Program::run(at_home, 80, 24)
    };
    let mut program = start();
    program.expect("Paragraph 1 tells");
    program.send("40Gma");
    program.expect("mark a: ");
    quit(program);
    let record = records(&home.join(".local/state"))[0].clone();
    fs::write(&record, "{").unwrap();
    let mut program = start();
    program.expect("set aside as ~/.local/state/dateline/documents/");
    program.expect("*.damaged-");
    program.send("q");
    program.finish();
    program.assert_restored();
    program.expect("it is damaged");
}

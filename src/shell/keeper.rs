//! Saves records on a thread of its own, so that the reader never waits for a disk.

use super::run::Input;
use super::storage::Storage;
use crate::app::{Message, Save};
use std::sync::mpsc::{Sender, channel};
use std::thread;

/// What saves; it ends when this is dropped and all is saved.
#[derive(Debug)]
pub struct Keeper {
    jobs: Sender<Job>,
}

/// A record to be saved.
#[derive(Debug)]
pub struct Job {
    /// The file that it is of, by its number.
    pub file: usize,
    /// The name of the record.
    pub name: String,
    /// What to save.
    pub save: Save,
}

impl Keeper {
    /// Begins; what was saved and what was not arrives as messages.
    pub fn start(storage: Storage, inbox: Sender<Input>) -> std::io::Result<Self> {
        let (jobs, queue) = channel::<Job>();
        thread::Builder::new().name("keeper".to_owned()).spawn(move || {
            for Job { file, name, save } in queue {
                let message = match storage.save(&name, &save.base, &save.mine) {
                    Ok(stored) => {
                        let record = Box::new(stored.record);
                        Message::Saved { file, record, told: stored.told }
                    }
                    Err(error) => Message::NotSaved { file, why: error.to_string() },
                };
                // Nobody listens any more once the program ends.
                let _ = inbox.send(Input::Message(message));
            }
        })?;
        Ok(Self { jobs })
    }

    /// Saves, after all that was asked for before.
    pub fn save(&self, job: Job) {
        // The thread ends only with this.
        let _ = self.jobs.send(job);
    }
}

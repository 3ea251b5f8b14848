//! How a run ended, as a type.

use std::process::ExitCode;

/// The exit codes; a worse one wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Exit {
    /// It ran, even if nothing was found, or if the reader of the output left early.
    #[default]
    Ok,
    /// Some input could not be read or analysed, or the output could not be written.
    Trouble,
    /// The command line was wrong.
    Usage,
}

impl Exit {
    /// What two parts of a run amount to.
    pub fn and(self, other: Exit) -> Exit {
        self.max(other)
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(exit as u8)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worse_exit_wins() {
        assert_eq!(Exit::Ok.and(Exit::Trouble), Exit::Trouble);
        assert_eq!(Exit::Usage.and(Exit::Trouble), Exit::Usage);
        assert_eq!(Exit::default().and(Exit::Ok), Exit::Ok);
    }
}

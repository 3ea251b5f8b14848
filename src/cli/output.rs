//! Where the output goes: standard output, or a file that appears only when it is whole.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Stdout, Write};
use std::path::{Path, PathBuf};

/// Bytes written at once to standard output.
const BUFFER: usize = 64 << 10;

/// Bytes from which on a result goes out by itself: most do, and are not copied.
const LARGE: usize = 16 << 10;

/// The place that results are written to.
pub enum Output {
    Standard(BufWriter<Stdout>),
    /// Something that cannot be replaced by renaming: a device, a named pipe.
    Device(BufWriter<File>),
    /// Written beside its target.
    Beside {
        file: BufWriter<File>,
        written: PathBuf,
        target: PathBuf,
    },
}

impl Output {
    pub fn open(path: Option<&Path>) -> io::Result<Self> {
        let Some(path) = path.filter(|p| p.as_os_str() != "-") else {
            return Ok(Output::Standard(BufWriter::with_capacity(BUFFER, io::stdout())));
        };
        // A link keeps pointing where it points: its target is replaced.
        let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
        if fs::metadata(&target).is_ok_and(|m| !m.is_file()) {
            return Ok(Output::Device(BufWriter::new(OpenOptions::new().write(true).open(target)?)));
        }
        let name = target.file_name().ok_or_else(|| io::Error::other("not the name of a file"))?;
        let mut hidden = std::ffi::OsString::from(".");
        hidden.push(name);
        hidden.push(format!(".{}.tmp", std::process::id()));
        let written = target.with_file_name(hidden);
        let file = BufWriter::new(OpenOptions::new().write(true).create_new(true).open(&written)?);
        Ok(Output::Beside { file, written, target })
    }

    /// Puts a file in its place; what came before stays when this is never reached.
    pub fn finish(mut self) -> io::Result<()> {
        self.flush()?;
        if let Output::Beside { written, target, .. } = &self {
            fs::rename(written, target)?;
        }
        Ok(())
    }

    fn writer(&mut self) -> &mut dyn Write {
        match self {
            Output::Standard(out) => out,
            Output::Device(out) | Output::Beside { file: out, .. } => out,
        }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.writer().write(bytes)
    }

    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        if bytes.len() < LARGE {
            return self.writer().write_all(bytes);
        }
        match self {
            Output::Standard(out) => write_past(out, bytes),
            Output::Device(out) | Output::Beside { file: out, .. } => write_past(out, bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.writer().flush()
    }
}

/// Writes what is in the buffer, and then `bytes` without taking them into it.
fn write_past(out: &mut BufWriter<impl Write>, bytes: &[u8]) -> io::Result<()> {
    out.flush()?;
    out.get_mut().write_all(bytes)
}

impl Drop for Output {
    /// Takes an unfinished file away; after a rename there is none.
    fn drop(&mut self) {
        if let Output::Beside { written, .. } = self {
            let _ = fs::remove_file(written);
        }
    }
}

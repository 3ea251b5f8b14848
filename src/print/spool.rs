//! What has been printed and is not written yet.

use std::io::{self, Write};

/// Bytes from which on what is held goes out.
const STRETCH: usize = 1 << 20;

/// Holds what is printed of a document. Where it is told a place to write to, it goes there in stretches, so that what a long article
/// yields, many times its length, never stands in memory whole.
pub struct Spool<'w> {
    held: Vec<u8>,
    onward: Option<&'w mut dyn Write>,
    result: io::Result<()>,
}

impl<'w> Spool<'w> {
    /// With room for so many bytes, or for a stretch where this is less and stretches can go out.
    pub fn new(room: usize, onward: Option<&'w mut dyn Write>) -> Self {
        let room = if onward.is_some() { room.min(2 * STRETCH) } else { room };
        Spool { held: Vec::with_capacity(room), onward, result: Ok(()) }
    }

    pub fn add(&mut self, bytes: &[u8]) {
        self.held.extend_from_slice(bytes);
        if self.held.len() >= STRETCH {
            self.hand_on();
        }
    }

    /// Where others write behind what is held.
    pub fn behind(&mut self) -> &mut Vec<u8> {
        &mut self.held
    }

    #[cold]
    fn hand_on(&mut self) {
        let Some(out) = &mut self.onward else { return };
        // After a failure nothing more is written: the run ends with this document.
        if self.result.is_ok() {
            self.result = out.write_all(&self.held);
        }
        self.held.clear();
    }

    /// What has not gone out yet, or why something did not.
    pub fn finish(self) -> io::Result<Vec<u8>> {
        self.result.map(|()| self.held)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Takes so many bytes and no more.
    struct Disk(usize);

    impl Write for Disk {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0 = self.0.checked_sub(bytes.len()).ok_or(io::ErrorKind::StorageFull)?;
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    fn fill(mut spool: Spool, parts: usize) -> io::Result<Vec<u8>> {
        (0..parts).for_each(|_| spool.add(&[b'x'; STRETCH / 4]));
        spool.finish()
    }

    #[test]
    fn stretches_go_out_and_the_rest_is_held() {
        let mut written = Vec::new();
        assert_eq!(fill(Spool::new(0, Some(&mut written)), 11).unwrap().len(), 3 * STRETCH / 4);
        assert_eq!(written.len(), 2 * STRETCH);
        assert_eq!(fill(Spool::new(0, None), 11).unwrap().len(), 11 * STRETCH / 4);
    }

    #[test]
    fn a_full_disk_is_said_once_and_for_all() {
        assert_eq!(fill(Spool::new(0, Some(&mut Disk(STRETCH))), 11).unwrap_err().kind(), io::ErrorKind::StorageFull);
        assert!(fill(Spool::new(0, Some(&mut Disk(2 * STRETCH))), 11).is_ok());
    }
}

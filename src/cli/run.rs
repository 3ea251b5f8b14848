//! The run over the inputs: pieces in, results out in the same order, on one thread or on several.

use std::io;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, TryRecvError, sync_channel};

use super::config::Config;
use super::exit::Exit;
use super::messages::Messages;
use super::output::Output;
use super::work::{Done, Work};
use crate::print::{Format, Sheet};
use crate::reader::{self, Piece, Sink};

/// How many pieces are in flight for each thread: enough to keep it busy, few enough to bound memory.
const IN_FLIGHT: usize = 4;

/// Analyses all inputs. The error is one of the output: what is wrong with an input is said and counted in the exit.
pub fn run(config: Config) -> io::Result<Exit> {
    let out = Output::open(config.output.as_deref())?;
    let writer = Writer { sheet: Sheet::new(config.work.format), out, messages: Messages::new(config.loudness, config.work.strict), exit: Exit::Ok };
    if config.jobs <= 1 || config.inputs.is_one_article() { one_thread(config, writer) } else { many_threads(config, writer) }
}

/// Writes results in the order in which they are given.
struct Writer {
    sheet: Sheet,
    out: Output,
    messages: Messages,
    exit: Exit,
}

impl Writer {
    fn put(&mut self, done: Done) -> io::Result<()> {
        if let Some(error) = done.failed {
            return Err(error);
        }
        for message in &done.messages {
            self.messages.show(message);
        }
        self.exit = self.exit.and(done.exit);
        self.sheet.add(&mut self.out, done.output)
    }

    fn finish(mut self) -> io::Result<Exit> {
        self.sheet.close(&mut self.out)?;
        self.out.finish()?;
        self.messages.close();
        Ok(self.exit)
    }
}

fn one_thread(config: Config, writer: Writer) -> io::Result<Exit> {
    struct Here {
        work: Work,
        writer: Writer,
        /// Whether output may be written before its document is done.
        flows: bool,
        result: io::Result<()>,
    }

    impl Here {
        fn go_on(&mut self, result: io::Result<()>) -> ControlFlow<()> {
            let flow = if result.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) };
            self.result = result;
            flow
        }
    }

    impl Sink for Here {
        fn take(&mut self, piece: Piece) -> ControlFlow<()> {
            // Where nothing else stands around or between the documents, a long one need not wait until it is whole.
            let onward = self.flows.then_some(&mut self.writer.out as &mut dyn io::Write);
            let done = self.work.perform(piece, onward);
            let result = self.writer.put(done);
            self.go_on(result)
        }

        fn pause(&mut self) -> ControlFlow<()> {
            let result = io::Write::flush(&mut self.writer.out);
            self.go_on(result)
        }
    }

    let flows = match config.work.format {
        Format::Jsonl => true,
        Format::Json => config.inputs.is_one_article(),
        Format::Summary | Format::Tsv(_) => false,
    };
    let mut here = Here { work: config.work, writer, flows, result: Ok(()) };
    let _ = reader::feed(&config.inputs, &mut here);
    here.result?;
    here.writer.finish()
}

/// This thread reads, a pool analyses, a third writes: results wait for their turn in a queue of bounded length.
fn many_threads(config: Config, writer: Writer) -> io::Result<Exit> {
    struct Pool {
        threads: rayon::ThreadPool,
        work: Arc<Work>,
        queue: SyncSender<Receiver<Done>>,
    }

    impl Sink for Pool {
        fn take(&mut self, piece: Piece) -> ControlFlow<()> {
            let (give, result) = sync_channel(1);
            if self.queue.send(result).is_err() {
                return ControlFlow::Break(());
            }
            let work = self.work.clone();
            self.threads.spawn(move || {
                let _ = give.send(work.perform(piece, None));
            });
            ControlFlow::Continue(())
        }

        fn pause(&mut self) -> ControlFlow<()> {
            ControlFlow::Continue(())
        }
    }

    let threads = rayon::ThreadPoolBuilder::new().num_threads(config.jobs).build().map_err(io::Error::other)?;
    let (queue, results) = sync_channel(IN_FLIGHT * config.jobs);
    std::thread::scope(|scope| {
        let writing = std::thread::Builder::new().spawn_scoped(scope, move || write_all(writer, &results))?;
        let mut pool = Pool { threads, work: Arc::new(config.work), queue };
        let _ = reader::feed(&config.inputs, &mut pool);
        drop(pool);
        writing.join().unwrap_or_else(|_| Err(io::Error::other("the writing thread failed")))
    })
}

fn write_all(mut writer: Writer, results: &Receiver<Receiver<Done>>) -> io::Result<Exit> {
    loop {
        let next = match results.try_recv() {
            Err(TryRecvError::Empty) => {
                io::Write::flush(&mut writer.out)?;
                results.recv().ok()
            }
            next => next.ok(),
        };
        let Some(result) = next else { return writer.finish() };
        writer.put(result.recv().map_err(|_| io::Error::other("an analysing thread failed"))?)?;
    }
}

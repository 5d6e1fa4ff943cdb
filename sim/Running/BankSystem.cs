using System.Net;
using Granary.Sim.Formats;
using Granary.Sim.People;
using Granary.Sim.Store;

namespace Granary.Sim.Running;

/// <summary>One system of the bank, running: its book, what it sends, where it listens, and how it misbehaves.</summary>
internal sealed class BankSystem : IDisposable
{
    /// <summary>An inquiry that the hub does not answer in this time is done without.</summary>
    private static readonly TimeSpan InquiryPatience = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly Random _random;
    private CancellationTokenSource _up = new();
    private TaskCompletionSource _switched = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public BankSystem(SystemFormat format, string? folder, int seed, TimeProvider clock, ILogger log)
    {
        Format = format;
        _clock = clock;
        _log = log;
        _random = new Random(seed);
        Book = new(format, folder);
        Outbox = new(IsFiles ? [] : Book.Unanswered, Book, Counters, clock, () => Switches, Pick);
    }

    public SystemFormat Format { get; }

    /// <summary>Whether it speaks by files at the end of the day and not by sockets.</summary>
    public bool IsFiles => Format.Conduct.HubPort == 0;

    public Book Book { get; }

    public Outbox Outbox { get; }

    public Counters Counters { get; } = new();

    public Switches Switches { get; private set; } = new();

    public Calls? Calls { get; private set; }

    public Listener? Listener { get; private set; }

    /// <summary>Told of every change of the system's own when it is first sent, for a recording.</summary>
    public Action<SystemFormat, Outgoing>? Recorder { get; set; }

    public async Task RunAsync(IPEndPoint hub, IPEndPoint own, CancellationToken cancellation)
    {
        _log.Started(Format.System, own.ToString(), hub.ToString(), Book.Count, Outbox.Pending);
        while (!cancellation.IsCancellationRequested)
        {
            Task switched;
            CancellationToken up;
            lock (_lock)
            {
                switched = _switched.Task;
                up = _up.Token;
            }

            if (Switches.Down)
            {
                await switched.WaitAsync(cancellation);
                continue;
            }

            using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, up);
            Calls = new(Format, hub, Outbox, _clock, _log, Take);
            Listener = new(Format, own, _clock, _log, Take);
            var calling = Calls.RunAsync(both.Token);
            var listening = Listener.RunAsync(both.Token);
            try
            {
                await await Task.WhenAny(calling, listening);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                // Switched down.
            }
            finally
            {
                await both.CancelAsync();
                await Task.WhenAll(calling, listening).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    public Switches Switch(SwitchesChange change)
    {
        lock (_lock)
        {
            var down = Switches.Down;
            Switches = Switches.With(change);
            if (Switches.Down != down)
            {
                _up.Cancel();
                _up = new();
                _switched.TrySetResult();
                _switched = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }

        _log.Switched(Format.System, Switches);
        Outbox.Pulse();
        return Switches;
    }

    public int Pick(int count)
    {
        lock (_lock)
        {
            return _random.Next(count);
        }
    }

    /// <summary>Makes a change at this system and sends it. Null where it does not fit the format; the log says why.</summary>
    public Outgoing? Change(Customer customer, string operation)
    {
        var now = _clock.Now();
        var fields = Compose(Format, customer, operation, now);
        try
        {
            var outgoing = Book.Change(fields, now);
            Send(outgoing);
            return outgoing;
        }
        catch (UnfitException error)
        {
            _log.NotSent(Format.System, error.Message);
            return null;
        }
    }

    /// <summary>
    /// Tells the hub an account of a customer, or of a random one, as it is today. Null where there is none, or the system tells accounts at the
    /// end of the day only. A recording is of customers and leaves it out.
    /// </summary>
    public (string Key, string Account)? Tell(string? key)
    {
        var now = _clock.Now();
        if ((key is null ? Book.Any(Pick) : Book.Find(key)) is not { Closed: false } customer
            || Accounts.Of(Format.System, customer.Key, now.Day()).Where(a => a.Opened <= now.Day()).ToList() is not { Count: > 0 } accounts)
        {
            return null;
        }

        var account = accounts[Pick(accounts.Count)];
        if (Book.Tell(customer, account, now) is not { } outgoing)
        {
            return null;
        }

        Outbox.Add(outgoing);
        return (customer.Key, account.Number);
    }

    /// <summary>The whole customer as the system has it, with what every message says besides.</summary>
    public static Fields Compose(SystemFormat format, Customer customer, string operation, DateTimeOffset at) => new(customer.Fields)
    {
        [Fields.Key] = customer.Key,
        [Fields.Kind] = customer.Kind,
        [Fields.Operation] = operation,
        [Fields.Branch] = customer.Branch,
        [Fields.Teller] = Systems.Cbs.Teller(customer.Branch),
        [Fields.Status] = operation == "C" || customer.Closed ? "closed" : "active",
        [Fields.At] = at.Write(format.TimeForm),
        [Fields.Sent] = at.Write(BeijingTime.Milliseconds),
    };

    /// <summary>Asks the hub who has this document and this name; null where the system cannot ask, or there is none, or no answer.</summary>
    public async Task<Fields?> AskAsync(Fields who, CancellationToken cancellation)
    {
        var now = _clock.Now();
        if (Switches.Down || Calls is not { Reached: true })
        {
            return null;
        }

        var id = Format.IdOf(Book.NextNumber(now));
        if (Format.EncodeInquiry(id, who, now) is not { } frame)
        {
            return null;
        }

        var asked = new TaskCompletionSource<Telegram?>(TaskCreationOptions.RunContinuationsAsynchronously);
        Outbox.Add(new Outgoing(id, id, frame) { Inquiry = asked });
        try
        {
            var reply = await asked.Task.WaitAsync(InquiryPatience, cancellation);
            return reply?.Answer?.Verdict == Verdict.Done ? reply.Fields : null;
        }
        catch (TimeoutException)
        {
            Outbox.Forget(id);
            return null;
        }
    }

    /// <summary>Takes a change of the hub, with all the system's bad habits.</summary>
    public (byte[] Reply, int DelayMs) Take(Telegram telegram, byte[] message)
    {
        var (verdict, reply) = Judge(telegram, message);
        return (Format.EncodeReply(telegram, Format.Say(verdict, reply.Text), reply.At), Switches.SlowMs);
    }

    public (Verdict Verdict, StoredDelivery Reply) Judge(Telegram telegram, byte[] message)
    {
        Counters.AddReceived();
        var switches = Switches;
        var (reply, repeat, taken) = Book.Take(telegram, message, _clock.Now(), Refusal(switches), switches.Rewrite ? Rewriting.Rewrite : null);
        if (taken is not null && (switches.Echo || switches.Rewrite))
        {
            Change(taken, "U");
        }

        // Only CARD has a code for "repeated"; the others say the verdict again.
        var verdict = repeat && reply.Verdict == Verdict.Done ? Verdict.Repeated : reply.Verdict;
        return (verdict, reply);
    }

    private Verdict? Refusal(Switches switches)
    {
        lock (_lock)
        {
            var drawn = switches.Errors > 0 || switches.Refusals > 0 ? _random.NextDouble() : 1;
            return drawn < switches.Errors ? Verdict.TryAgain : drawn < switches.Errors + switches.Refusals ? Verdict.Refused : null;
        }
    }

    public void Dispose()
    {
        _up.Dispose();
        Book.Dispose();
    }

    private void Send(Outgoing outgoing)
    {
        if (IsFiles)
        {
            // The record waits in the book for the end of the day.
            Recorder?.Invoke(Format, outgoing);
            return;
        }

        if (Recorder is { } recorder)
        {
            outgoing.OnFirstSend = () => recorder(Format, outgoing);
        }

        Outbox.Add(outgoing);
    }
}

using System.Security.Cryptography;
using Granary.Sim.Formats;
using Granary.Sim.People;

namespace Granary.Sim.Store;

/// <summary>
/// One system's own database: its customers, its message numbers, what it still has to send and what it has answered.
/// Every public member is one step: it is in the journal before it returns.
/// </summary>
internal sealed class Book : IDisposable
{
    /// <summary>Deliveries remembered for repeats; the hub repeats within minutes, so the oldest may go.</summary>
    private const int DeliveriesKept = 100_000;

    private readonly Lock _lock = new();
    private readonly SystemFormat _format;
    private readonly Journal<BookEntry> _journal;
    private readonly Dictionary<string, Customer> _customers = new(StringComparer.Ordinal);
    private readonly List<string> _keys = [];
    private readonly Dictionary<DateOnly, long> _numbers = [];
    private readonly OrderedDictionary<string, Outgoing> _unanswered = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, StoredDelivery> _deliveries = new(StringComparer.Ordinal);
    private readonly SortedDictionary<DateOnly, IReadOnlyList<string>> _files = [];

    public Book(SystemFormat format, string? folder)
    {
        _format = format;
        _journal = new(folder is null ? null : Path.Combine(folder, $"{format.System}.journal"));
        foreach (var entry in _journal.Read())
        {
            Apply(entry);
        }

        _journal.Restart(Snapshot());
    }

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _customers.Count;
            }
        }
    }

    /// <summary>What a started system goes on with: messages without a verdict, oldest first.</summary>
    public IReadOnlyList<Outgoing> Unanswered
    {
        get
        {
            lock (_lock)
            {
                return [.. _unanswered.Values];
            }
        }
    }

    public DateOnly? LastFileDay
    {
        get
        {
            lock (_lock)
            {
                return _files.Count == 0 ? null : _files.Keys.Max();
            }
        }
    }

    public IReadOnlyList<(DateOnly Day, IReadOnlyList<string> Ids)> OpenFiles
    {
        get
        {
            lock (_lock)
            {
                return [.. _files.Where(file => file.Value.Any(_unanswered.ContainsKey)).Select(file => (file.Key, file.Value))];
            }
        }
    }

    public IReadOnlyList<StoredCustomer> Customers
    {
        get
        {
            lock (_lock)
            {
                return [.. _customers.Values.Select(StoredCustomer.Of)];
            }
        }
    }

    /// <summary>A copy of a customer, or null.</summary>
    public Customer? Find(string key)
    {
        lock (_lock)
        {
            return _customers.TryGetValue(key, out var customer) ? StoredCustomer.Of(customer).Restore() : null;
        }
    }

    /// <summary>A copy of any open customer; <paramref name="pick"/> chooses among a number of them.</summary>
    public Customer? Any(Func<int, int> pick)
    {
        lock (_lock)
        {
            for (var tries = 0; tries < 20 && _keys.Count > 0; tries++)
            {
                var customer = _customers[_keys[pick(_keys.Count)]];
                if (!customer.Closed)
                {
                    return StoredCustomer.Of(customer).Restore();
                }
            }

            return null;
        }
    }

    /// <summary>Numbers, encodes and stores a change of the system's own. What the system holds is what its format can carry.</summary>
    /// <exception cref="UnfitException">A number or key does not fit its field: nothing is stored and nothing sent.</exception>
    public Outgoing Change(Fields fields, DateTimeOffset at)
    {
        lock (_lock)
        {
            var (day, n) = (at.Day(), _numbers.GetValueOrDefault(at.Day()) + 1);
            _format.Number(fields, day, n);
            var frame = _format.EncodeChange(fields);
            var said = Said(frame);
            var outgoing = new Outgoing(_format.IdOf(fields), fields.Text(Fields.Key), frame);
            Store(outgoing, said, new(day, n));
            return outgoing;
        }
    }

    /// <summary>Numbers, encodes and stores a report of an account. Null where the system tells accounts at the end of the day only.</summary>
    public Outgoing? Tell(Customer customer, Account account, DateTimeOffset at)
    {
        lock (_lock)
        {
            var (day, n) = (at.Day(), _numbers.GetValueOrDefault(at.Day()) + 1);
            var fields = new Fields
            {
                [Fields.Key] = customer.Key, [Fields.Branch] = customer.Branch, [Fields.Operation] = account.Opened == day ? "A" : "U", [Fields.At] = at.Write(_format.TimeForm),
            };
            _format.Number(fields, day, n);
            if (_format.EncodeHolding(fields, account) is not { } frame)
            {
                return null;
            }

            var outgoing = new Outgoing(_format.IdOf(fields), customer.Key, frame);
            Write(new() { Out = new(outgoing.Id, outgoing.Key, outgoing.Frame), Number = new(day, n) });
            _unanswered[outgoing.Id] = outgoing;
            return outgoing;
        }
    }

    /// <summary>Takes a recorded message as the system's own: its number is used up and its customer is held.</summary>
    public void Recorded(Outgoing outgoing, Fields said)
    {
        lock (_lock)
        {
            var number = _format.ReadNumber(said);
            Store(outgoing, said, number is { } used ? new(used.Day, Math.Max(used.Number, _numbers.GetValueOrDefault(used.Day))) : null, recorded: true);
        }
    }

    /// <summary>A number for a message that is not stored (an inquiry, a sign of life).</summary>
    public Fields NextNumber(DateTimeOffset at)
    {
        lock (_lock)
        {
            var fields = new Fields();
            var n = _numbers.GetValueOrDefault(at.Day()) + 1;
            Write(new() { Number = new(at.Day(), n) });
            _format.Number(fields, at.Day(), n);
            return fields;
        }
    }

    /// <returns>False where it was answered before.</returns>
    public bool Answered(string id)
    {
        lock (_lock)
        {
            if (!_unanswered.ContainsKey(id))
            {
                return false;
            }

            Write(new() { Answered = id });
            return true;
        }
    }

    /// <summary>Gives every message that is in no file yet to the file of a day, in order.</summary>
    public IReadOnlyList<Outgoing> CloseDay(DateOnly day)
    {
        lock (_lock)
        {
            var records = _unanswered.Values.Where(outgoing => outgoing.Filed is null).ToList();
            Write(new() { File = new(day, [.. records.Select(record => record.Id)]) });
            return records;
        }
    }

    /// <summary>
    /// A delivery from the hub. A repeat is answered as it was; the same number with another body is refused; a customer that the system does
    /// not have is not found; otherwise what the message says is held from now on.
    /// </summary>
    /// <param name="refuse">A verdict to give in place of taking it, or null.</param>
    /// <param name="rewrite">What the system makes of a value that it is told.</param>
    /// <returns>The verdict and its time, whether it was given before, and the customer as it is now where it was taken.</returns>
    public (StoredDelivery Reply, bool Repeat, Customer? Taken) Take(
        Telegram telegram, ReadOnlySpan<byte> message, DateTimeOffset at, Verdict? refuse, Func<Fields, Fields>? rewrite)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(message));
        lock (_lock)
        {
            if (_deliveries.TryGetValue(telegram.Id, out var before))
            {
                return before.Hash == hash
                    ? (before, true, null)
                    : (new(telegram.Id, hash, Verdict.BadField, "流水号重复，报文不同", at), false, null);
            }

            if (refuse == Verdict.TryAgain)
            {
                return (new(telegram.Id, hash, Verdict.TryAgain, "请稍后重试", at), false, null);
            }

            StoredDelivery Say(Verdict verdict, string text) => new(telegram.Id, hash, verdict, text, at);
            var key = telegram.Fields.Text(Fields.Key);
            if (refuse is { } verdict)
            {
                return Remember(Say(verdict, "系统拒绝"), null);
            }

            if (!_customers.TryGetValue(key, out var held))
            {
                return Remember(Say(Verdict.NotFound, "客户不存在"), null);
            }

            var customer = StoredCustomer.Of(held).Restore();
            customer.Fields.Take(rewrite is null ? telegram.Fields : rewrite(telegram.Fields));
            customer.Closed |= telegram.Fields.Text(Fields.Operation) == "C" || telegram.Fields.Text(Fields.Status) == "closed";
            return Remember(Say(Verdict.Done, ""), customer);
        }
    }

    public void Dispose() => _journal.Dispose();

    private (StoredDelivery Reply, bool Repeat, Customer? Taken) Remember(StoredDelivery delivery, Customer? taken)
    {
        Write(new() { In = delivery, Customer = taken is null ? null : StoredCustomer.Of(taken) });
        return (delivery, false, taken);
    }

    private void Store(Outgoing outgoing, Fields said, StoredNumber? number, bool recorded = false)
    {
        var key = said.Text(Fields.Key);
        var held = _customers.TryGetValue(key, out var customer) ? StoredCustomer.Of(customer).Restore() : new(key, said.Text(Fields.Kind));
        // A recording comes from a day without this hub: what it leaves empty says nothing about what the system was told meanwhile.
        foreach (var (name, value) in said.CustomerPart().Where(field => !recorded || field.Value is not "" || !held.Fields.ContainsKey(field.Key)))
        {
            held.Fields[name] = value;
        }

        if (!recorded)
        {
            held.Fields.Groups.Clear();
        }

        foreach (var (name, items) in said.Groups)
        {
            held.Fields.Groups[name] = items;
        }

        held.Branch = said.Says(Fields.Branch) ? said.Text(Fields.Branch) : held.Branch;
        held.Closed = said.Text(Fields.Operation) == "C" || said.Text(Fields.Status) == "closed";
        Write(new() { Out = new(outgoing.Id, outgoing.Key, outgoing.Frame, outgoing.Filed), Customer = StoredCustomer.Of(held), Number = number });
        _unanswered[outgoing.Id] = outgoing;
    }

    private Fields Said(byte[] frame)
    {
        var rest = new System.Buffers.ReadOnlySequence<byte>(frame);
        _format.TryReadMessage(ref rest, out var message);
        return _format.Decode(message).Fields;
    }

    private void Write(BookEntry entry)
    {
        _journal.Append(entry);
        Apply(entry);
    }

    private void Apply(BookEntry entry)
    {
        if (entry.Customer is { } customer)
        {
            if (!_customers.ContainsKey(customer.Key))
            {
                _keys.Add(customer.Key);
            }

            _customers[customer.Key] = customer.Restore();
        }

        if (entry.Out is { } message)
        {
            _unanswered[message.Id] = new(message.Id, message.Key, message.Frame) { Filed = message.Filed };
        }

        if (entry.Answered is { } id)
        {
            _unanswered.Remove(id);
        }

        if (entry.Number is { } number)
        {
            _numbers[number.Day] = Math.Max(number.Last, _numbers.GetValueOrDefault(number.Day));
        }

        if (entry.File is { } file)
        {
            _files[file.Day] = file.Ids;
            foreach (var filed in file.Ids.Where(_unanswered.ContainsKey))
            {
                _unanswered[filed].Filed = file.Day;
            }
        }

        if (entry.In is { } delivery)
        {
            _deliveries[delivery.Id] = delivery;
            if (_deliveries.Count > DeliveriesKept)
            {
                _deliveries.RemoveAt(0);
            }
        }
    }

    private IEnumerable<BookEntry> Snapshot() =>
    [
        .. _numbers.Select(number => new BookEntry { Number = new(number.Key, number.Value) }),
        .. _customers.Values.Select(customer => new BookEntry { Customer = StoredCustomer.Of(customer) }),
        .. _unanswered.Values.Select(outgoing => new BookEntry { Out = new(outgoing.Id, outgoing.Key, outgoing.Frame, outgoing.Filed) }),
        .. _files.Select(file => new BookEntry { File = new(file.Key, file.Value) }),
        .. _deliveries.Values.Select(delivery => new BookEntry { In = delivery }),
    ];
}

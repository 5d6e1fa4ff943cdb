using System.Globalization;
using Granary.Sim.Formats;
using Granary.Sim.People;
using Granary.Sim.Store;

namespace Granary.Sim.Running;

internal sealed record Changed(string System, string Key, string What);

internal sealed record Opened(string? From, string? FromKey, string To, string Key, string What);

/// <summary>Random everyday life of the bank, from a seed and at a rate: who comes to which counter, and what they say there.</summary>
internal sealed class EverydayLife
{
    /// <summary>Events that may wait for the one under way: a hub that answers inquiries slowly slows the bank down and fills no queue.</summary>
    private const int Waiting = 64;

    private readonly bool _holdings;
    private readonly World _world;
    private readonly IReadOnlyList<BankSystem> _systems;
    private readonly Population _population;
    private readonly Clerk _clerk;
    private readonly Happenings _happenings;
    private readonly Random _random;
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly Queue<Person> _newcomers = [];
    private TaskCompletionSource _rateChanged = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _busy;

    public EverydayLife(World world, IReadOnlyList<BankSystem> systems, int seed, double rate, bool holdings)
    {
        _holdings = holdings;
        _world = world;
        _systems = systems;
        _random = new Random(seed);
        _population = new(_random);
        _clerk = new(_random, _population);
        _happenings = new(_random, _population);
        Rate = rate;
    }

    /// <summary>Events a second; 0 is quiet.</summary>
    public double Rate { get; private set; }

    /// <summary>Events under way (one may wait for the answer to an inquiry).</summary>
    public int Busy => Volatile.Read(ref _busy);

    public void SetRate(double rate)
    {
        Rate = rate;
        Interlocked.Exchange(ref _rateChanged, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
    }

    public async Task RunAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var changed = _rateChanged.Task;
            if (Rate <= 0)
            {
                await changed.WaitAsync(cancellation);
                continue;
            }

            // Independent events: the time between two is exponential. The gap is not part of the seed's sequence.
            var gap = TimeSpan.FromSeconds(-Math.Log(1 - Random.Shared.NextDouble()) / Rate);
            if (await Task.WhenAny(changed, Task.Delay(gap, cancellation)) != changed)
            {
                cancellation.ThrowIfCancellationRequested();
                if (Busy < Waiting)
                {
                    _ = StepAsync(cancellation);
                }
            }
        }
    }

    public Task StepAsync(CancellationToken cancellation) => DoAsync(async () =>
    {
        var drawn = _random.NextDouble();
        var system = _population.Pick(_systems);
        if (drawn < 0.35)
        {
            await OpenAsync(Newcomer(), system, null, careful: false, cancellation);
        }
        else if (drawn < 0.65)
        {
            await OpenSecondAsync(null, null, careful: false, cancellation);
        }
        else if (drawn < 0.98)
        {
            ChangeOne(system, null);
        }
        else if (system.Book.Any(system.Pick) is { } leaving)
        {
            system.Change(leaving, "C");
        }

        if (_holdings)
        {
            // Money moves as often as customers do.
            _population.Pick(_systems).Tell(null);
        }

        return true;
    });

    /// <summary>Changes one customer of a system, or a random one. Null where there is none, or its change does not fit the format.</summary>
    public Task<Changed?> ChangeAsync(BankSystem system, string? key) => DoAsync(() => Task.FromResult(ChangeOne(system, key)));

    /// <summary>Opens a customer of one system at another, without a clerk's error. Null where there is none.</summary>
    public Task<Opened?> OpenAsync(BankSystem? from, BankSystem? to, CancellationToken cancellation) =>
        DoAsync(() => OpenSecondAsync(from, to, careful: true, cancellation));

    private Changed? ChangeOne(BankSystem system, string? key)
    {
        var customer = key is null ? system.Book.Any(system.Pick) : system.Book.Find(key);
        if (customer is null)
        {
            return null;
        }

        var (person, what) = _happenings.Change(PersonOf(system, customer), customer);
        _world.Put(person);
        return system.Change(customer, "U") is null ? null : new(system.Format.System, customer.Key, what);
    }

    private async Task<Opened?> OpenSecondAsync(BankSystem? from, BankSystem? to, bool careful, CancellationToken cancellation)
    {
        from ??= _systems.Where(system => system != to).OrderBy(_ => _random.Next()).FirstOrDefault(system => system.Book.Count > 0);
        if (from?.Book.Any(from.Pick) is not { } customer)
        {
            return null;
        }

        // People open where they are not yet known; now and then somebody is opened twice at one system all the same.
        var person = PersonOf(from, customer);
        var again = _population.Chance(0.02);
        to ??= _systems.Where(system => system != from && (again || _world.KeyAt(system.Format.System, person.Id) is null)).OrderBy(_ => _random.Next()).FirstOrDefault();
        if (to is null)
        {
            return null;
        }

        var newPhone = _population.Chance(0.4);
        var opened = await OpenAsync(newPhone ? person with { Mobile = _population.Mobile() } : person, to, null, careful, cancellation);
        return opened is null ? null : new(from.Format.System, customer.Key, to.Format.System, opened, newPhone ? "opened with a new mobile" : "opened");
    }

    private async Task<string?> OpenAsync(Person person, BankSystem system, string? key, bool careful, CancellationToken cancellation)
    {
        key ??= _world.KeyAt(system.Format.System, person.Id) is { } reserved && system.Book.Find(reserved) is null ? reserved : _clerk.NewKey(system.Format.System);
        var customer = _clerk.Enter(person, system.Format, key, SpouseKey(person, system), careful);
        if (_random.NextDouble() < 0.5 && await system.AskAsync(customer.Fields, cancellation) is { } golden)
        {
            // The counter fills in what the hub knows and the customer did not say.
            foreach (var name in new[] { Fields.Mobile, Fields.Address, Fields.Employer, Fields.Email }.Where(name => !customer.Fields.Says(name) && golden.Says(name)))
            {
                customer.Fields[name] = golden[name];
            }
        }

        _world.Put(person);
        _world.Link(system.Format.System, key, person.Id);
        return system.Change(customer, "A") is null ? null : key;
    }

    /// <summary>The spouse's number at the same system; at CLMS one that is only to come, so that a relation may name it first.</summary>
    private string? SpouseKey(Person person, BankSystem system)
    {
        if (person.Spouse is not { } spouse || system.Format.System != "CLMS" || _population.Chance(0.5))
        {
            return null;
        }

        var key = _world.KeyAt(system.Format.System, spouse);
        if (key is null)
        {
            _world.Link(system.Format.System, key = _clerk.NewKey(system.Format.System), spouse);
        }

        return key;
    }

    private Person Newcomer()
    {
        if (_newcomers.Count == 0)
        {
            IReadOnlyList<Person> people = _population.Chance(0.06) ? [_population.Organisation(_world.NextOrganisation())] : _population.Family(_world.NextPerson);
            foreach (var person in people)
            {
                _newcomers.Enqueue(person);
            }
        }

        return _newcomers.Dequeue();
    }

    /// <summary>Who a customer is; one from a recording is whom its record says.</summary>
    private Person PersonOf(BankSystem system, Customer customer)
    {
        if (_world.Of(system.Format.System, customer.Key) is { } known)
        {
            return known;
        }

        var fields = customer.Fields;
        var person = new Person
        {
            Id = customer.Kind == Fields.Organisation ? _world.NextOrganisation() : _world.NextPerson(),
            IsOrganisation = customer.Kind == Fields.Organisation,
            Name = fields.Text(Fields.Name),
            Gender = fields.Text(Fields.Gender),
            Birth = DateOnly.TryParse(fields.Text(Fields.Birth), CultureInfo.InvariantCulture, out var birth) ? birth : new(1970, 1, 1),
            Region = fields.Says(Fields.County) ? fields.Text(Fields.County) : customer.Branch.Length == 10 ? customer.Branch[..6] : Region.All[0].Code,
            Document = fields.Text(Fields.IdNumber),
            OtherDocument = Documents.Passport(_random),
            Mobile = fields.Text(Fields.Mobile),
            Email = fields.Text(Fields.Email),
            Address = fields.Text(Fields.Address),
            Employer = fields.Text(Fields.Employer),
            CardNumber = fields.Says(Fields.Pan) ? fields.Text(Fields.Pan) : Documents.CardNumber(_random),
        };
        _world.Put(person);
        _world.Link(system.Format.System, customer.Key, person.Id);
        return person;
    }

    /// <summary>One event at a time, so that a seed gives one sequence.</summary>
    private async Task<T> DoAsync<T>(Func<Task<T>> happen)
    {
        Interlocked.Increment(ref _busy);
        await _one.WaitAsync();
        try
        {
            return await happen();
        }
        finally
        {
            _one.Release();
            Interlocked.Decrement(ref _busy);
        }
    }
}

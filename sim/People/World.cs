using System.Text;
using Granary.Sim.Store;

namespace Granary.Sim.People;

/// <summary>The truth: who there is, and which record of which system is whose. Kept in a journal beside the systems' own.</summary>
internal sealed class World : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Journal<WorldEntry> _journal;
    private readonly Dictionary<string, Person> _people = new(StringComparer.Ordinal);
    private readonly Dictionary<(string System, string Key), string> _customers = [];
    private readonly Dictionary<(string System, string Customer), string> _keys = [];
    private int _persons;
    private int _organisations;

    public World(string? folder)
    {
        _journal = new(folder is null ? null : Path.Combine(folder, "world.journal"));
        foreach (var entry in _journal.Read())
        {
            Apply(entry);
        }

        _journal.Restart([.. _people.Values.Select(person => new WorldEntry(person)), .. _customers.Select(link => new WorldEntry(null, link.Key.System, link.Key.Key, link.Value))]);
    }

    public string NextPerson() => $"P{Interlocked.Increment(ref _persons):0000000}";

    public string NextOrganisation() => $"O{Interlocked.Increment(ref _organisations):0000000}";

    public void Put(Person person) => Write(new(person));

    public void Link(string system, string key, string customer) => Write(new(null, system, key, customer));

    public Person? Find(string customer)
    {
        lock (_lock)
        {
            return _people.GetValueOrDefault(customer);
        }
    }

    public Person? Of(string system, string key)
    {
        lock (_lock)
        {
            return _customers.TryGetValue((system, key), out var customer) ? _people.GetValueOrDefault(customer) : null;
        }
    }

    /// <summary>The customer's first key at a system, or null.</summary>
    public string? KeyAt(string system, string customer)
    {
        lock (_lock)
        {
            return _keys.GetValueOrDefault((system, customer));
        }
    }

    /// <summary>truth.csv of everything in the world: system, key, customer.</summary>
    public string Truth()
    {
        lock (_lock)
        {
            var csv = new StringBuilder("system,key,customer\r\n");
            foreach (var ((system, key), customer) in _customers.OrderBy(link => link.Key.System, StringComparer.Ordinal).ThenBy(link => link.Key.Key, StringComparer.Ordinal))
            {
                csv.Append(system).Append(',').Append(key).Append(',').Append(customer).Append("\r\n");
            }

            return csv.ToString();
        }
    }

    public void Dispose() => _journal.Dispose();

    private void Write(WorldEntry entry)
    {
        lock (_lock)
        {
            _journal.Append(entry);
            Apply(entry);
        }
    }

    private void Apply(WorldEntry entry)
    {
        if (entry.Person is { } person)
        {
            _people[person.Id] = person;
            var number = int.Parse(person.Id.AsSpan(1), global::System.Globalization.CultureInfo.InvariantCulture);
            _ = person.IsOrganisation ? _organisations = Math.Max(_organisations, number) : _persons = Math.Max(_persons, number);
        }

        if (entry is { System: { } system, Key: { } key, Customer: { } customer })
        {
            _customers[(system, key)] = customer;
            _keys.TryAdd((system, customer), key);
        }
    }

    /// <summary>A person as it is from now on, or a record that is somebody's.</summary>
    private sealed record WorldEntry(Person? Person, string? System = null, string? Key = null, string? Customer = null);
}

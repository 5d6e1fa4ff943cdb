using System.Collections;
using System.Collections.Immutable;

namespace Granary.Surveys;

/// <summary>Answers by name. Names are told apart by capitals when they are written, and not when they are looked for.</summary>
public sealed class ValueMap : IReadOnlyCollection<KeyValuePair<string, Value>>, IEquatable<ValueMap>
{
    private readonly ImmutableArray<KeyValuePair<string, Value>> _entries;
    private readonly Dictionary<string, int> _exact;
    private readonly Dictionary<string, int> _folded;

    public ValueMap(IEnumerable<KeyValuePair<string, Value>> entries)
    {
        _entries = [.. entries];
        _exact = new(_entries.Length, StringComparer.Ordinal);
        _folded = new(_entries.Length, StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < _entries.Length; i++)
        {
            _exact.Add(_entries[i].Key, i);
            _folded.TryAdd(_entries[i].Key, i);
        }
    }

    public static ValueMap Nothing { get; } = new([]);

    public int Count => _entries.Length;

    /// <summary>Empty where there is no such name.</summary>
    public Value this[string name] => TryFind(name, out var value) ? value : Value.Empty;

    /// <summary>The name as it is written, else in other capitals.</summary>
    public bool TryFind(string name, out Value value)
    {
        var found = _exact.TryGetValue(name, out var at) || _folded.TryGetValue(name, out at);
        value = found ? _entries[at].Value : Value.Empty;
        return found;
    }

    /// <summary>With the name changed, or taken out where the value is nothing.</summary>
    public ValueMap With(string name, Value value)
    {
        if (!_exact.TryGetValue(name, out var at))
        {
            return value.Kind == ValueKind.Empty ? this : new(_entries.Add(new(name, value)));
        }

        return value.Kind == ValueKind.Empty ? new(_entries.RemoveAt(at)) : new(_entries.SetItem(at, new(name, value)));
    }

    public IEnumerator<KeyValuePair<string, Value>> GetEnumerator() => ((IEnumerable<KeyValuePair<string, Value>>)_entries).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Equals(ValueMap? other) =>
        other is not null && Count == other.Count && _entries.All(entry => other._exact.TryGetValue(entry.Key, out var at) && other._entries[at].Value == entry.Value);

    public override bool Equals(object? obj) => Equals(obj as ValueMap);

    public override int GetHashCode() => Count;
}

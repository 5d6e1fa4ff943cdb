using System.Numerics;

namespace Granary.Matching.Linkage;

/// <summary>Counts how often keys occur; its room is used again and again.</summary>
/// <param name="most">Keys to be counted.</param>
internal sealed class KeyCounts(int most)
{
    private readonly (ulong Key, int Count)[] _slots = new (ulong, int)[(int)BitOperations.RoundUpToPowerOf2((uint)most * 2)];
    private readonly List<int> _used = [];

    /// <param name="key">0 is none.</param>
    public void Add(ulong key)
    {
        if (key == 0)
        {
            return;
        }

        var last = _slots.Length - 1;
        var slot = (int)(key >> 20) & last;
        while (_slots[slot].Key != 0 && _slots[slot].Key != key)
        {
            slot = (slot + 1) & last;
        }

        if (_slots[slot].Key == 0)
        {
            _used.Add(slot);
        }

        _slots[slot] = (key, _slots[slot].Count + 1);
    }

    /// <summary>The keys that occur more than once.</summary>
    public IEnumerable<(ulong Key, int Count)> OfSeveral() => _used.Select(slot => _slots[slot]).Where(counted => counted.Count > 1);

    public void Clear()
    {
        _used.ForEach(slot => _slots[slot] = default);
        _used.Clear();
    }
}

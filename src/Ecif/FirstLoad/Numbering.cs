namespace Granary.Ecif.FirstLoad;

/// <summary>Clusters as parties, in the order of their lowest records: two arrays of numbers.</summary>
internal sealed class Numbering
{
    private readonly int[] _members;
    private readonly int[] _starts;
    private readonly int[] _parties;

    /// <param name="clusters">For each record the lowest number among those of its party.</param>
    public Numbering(int[] clusters)
    {
        _parties = new int[clusters.Length];
        for (var record = 0; record < clusters.Length; record++)
        {
            _parties[record] = clusters[record] == record ? Count++ : _parties[clusters[record]];
        }

        _starts = new int[Count + 1];
        foreach (var party in _parties)
        {
            _starts[party + 1]++;
        }

        for (var party = 0; party < Count; party++)
        {
            _starts[party + 1] += _starts[party];
        }

        var next = _starts[..^1];
        _members = new int[clusters.Length];
        for (var record = 0; record < clusters.Length; record++)
        {
            _members[next[_parties[record]]++] = record;
        }
    }

    public int Count { get; private set; }

    /// <summary>The party of a record, from 0; its id is one more.</summary>
    public int PartyOf(int record) => _parties[record];

    /// <summary>A party's records, ascending.</summary>
    public ArraySegment<int> Members(int party) => new(_members, _starts[party], _starts[party + 1] - _starts[party]);
}

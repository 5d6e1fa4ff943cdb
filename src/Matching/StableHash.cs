namespace Granary.Matching;

/// <summary>
/// FNV-1a over UTF-16 units with the finaliser of MurmurHash3: 64 bits, the same in every process, on every machine, in every version.
/// Blocking keys and lock stripes are stored and shared between nodes, so this must never change (string.GetHashCode differs by process).
/// </summary>
public readonly struct StableHash
{
    private const ulong Prime = 1099511628211;
    private readonly ulong state;

    private StableHash(ulong state) => this.state = state;

    /// <summary>Begins a hash in a domain of its own, so that equal texts of different meaning differ.</summary>
    public static StableHash Of(string domain) => new StableHash(14695981039346656037).And(domain);

    /// <summary>Adds a text. The end is marked, so that ("ab", "c") differs from ("a", "bc").</summary>
    public StableHash And(ReadOnlySpan<char> text)
    {
        var hash = state;
        foreach (var unit in text)
        {
            hash = (hash ^ (byte)unit) * Prime;
            hash = (hash ^ (byte)(unit >> 8)) * Prime;
        }

        return new((hash ^ 0x1F) * Prime);
    }

    public StableHash And(int number)
    {
        var hash = state;
        for (var shift = 0; shift < 32; shift += 8)
        {
            hash = (hash ^ (byte)(number >> shift)) * Prime;
        }

        return new(hash);
    }

    /// <summary>The hash, signed because both engines store it as a 64-bit integer.</summary>
    public long Value
    {
        get
        {
            var hash = state;
            hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
            hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53;
            return (long)(hash ^ (hash >> 33));
        }
    }
}

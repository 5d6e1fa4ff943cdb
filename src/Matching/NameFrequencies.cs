namespace Granary.Matching;

/// <summary>
/// How common people's names are: shares of customers, the common ones by name and the rest together. Agreeing on a rare name says more than
/// on a common one (term frequency). Bounded, immutable.
/// </summary>
/// <param name="Coincidence">How often two customers have the same name: what agreement is worth on average is measured against it.</param>
/// <param name="SurnameCoincidence">The same of surnames.</param>
/// <param name="Whole">Common whole names with their shares.</param>
/// <param name="Surnames">Common surnames.</param>
/// <param name="Given">Common given names, whatever the surname.</param>
/// <param name="Rest">The share that a surname or given name counts for which is not listed.</param>
public sealed record NameFrequencies(
    double Coincidence,
    double SurnameCoincidence,
    double Rest,
    IReadOnlyDictionary<string, double> Whole,
    IReadOnlyDictionary<string, double> Surnames,
    IReadOnlyDictionary<string, double> Given)
{
    /// <summary>Bits that a name's rarity may add: a name that is listed nowhere may still be somebody's, mistyped twice in one way.</summary>
    private const double MostMore = 3;

    /// <summary>Bits that a name's commonness may take.</summary>
    private const double MostLess = 4;

    private readonly Table _whole = new(Whole);
    private readonly Table _surnames = new(Surnames);
    private readonly Table _given = new(Given);

    /// <summary>log2 of how much more, or less, than on average it says that two names compare so. Symmetric, allocates nothing.</summary>
    internal double RarityOf(NameLevel level, NameForm a, NameForm b)
    {
        if (a.Kind != RecordKind.Person || a.SurnameCount == 0 || b.SurnameCount == 0)
        {
            return 0;
        }

        return level switch
        {
            // A former name that agrees is no present one.
            NameLevel.Same when a.Canonical == b.Canonical => Bounded(Coincidence / ShareOf(a)),
            NameLevel.OneCharacter or NameLevel.SameSurname when SurnameOf(a).SequenceEqual(SurnameOf(b)) => Bounded(SurnameCoincidence / _surnames.ShareOf(SurnameOf(a), Rest)),
            _ => 0,
        };
    }

    internal static ReadOnlySpan<char> SurnameOf(NameForm name)
    {
        var length = 0;
        for (var i = 0; i < name.SurnameCount; i++)
        {
            length += name.Characters[i].Utf16SequenceLength;
        }

        return name.Core.AsSpan(0, length);
    }

    private double ShareOf(NameForm name)
    {
        var surname = SurnameOf(name);
        return _whole.ShareOf(name.Core, _surnames.ShareOf(surname, Rest) * _given.ShareOf(name.Core.AsSpan(surname.Length), Rest));
    }

    private static double Bounded(double ratio) => Math.Clamp(Math.Log2(ratio), -MostLess, MostMore);

    private sealed class Table(IReadOnlyDictionary<string, double> shares)
    {
        private readonly Dictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> _shares =
            new Dictionary<string, double>(shares, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

        public double ShareOf(ReadOnlySpan<char> name, double otherwise) => _shares.TryGetValue(name, out var share) ? share : otherwise;
    }
}

using Granary.Chinese;
using Granary.Ecif.Contracts;
using Granary.Kernel.Storage;

namespace Granary.Ocrm.Customers;

/// <summary>
/// The keys by which a customer is found. Most Chinese names have two or three characters, too few for trigrams, so a name is found by
/// its pairs of characters; all keys are rows of one index, the same on both engines.
/// </summary>
internal static class CustomerTokens
{
    /// <summary>A name of forty characters has 39 pairs; what is longer is found by its beginning.</summary>
    private const int MostPairs = 40;

    /// <summary>Pairs that a question is looked up by; the whole of it is compared afterwards.</summary>
    private const int MostAsked = 4;

    /// <summary>Longer pinyin is of companies, which nobody types out.</summary>
    private const int MostPinyin = 40;

    public static IReadOnlySet<string> Of(PartySnapshot party)
    {
        var tokens = new HashSet<string>(StringComparer.Ordinal) { Number(party.Number) };
        foreach (var name in Values(party, PartyAttribute.Name))
        {
            AddName(tokens, name);
        }

        tokens.UnionWith(Values(party, PartyAttribute.Document).Select(d => Document(PartyAttribute.Part(d, 1))));
        tokens.UnionWith(new[] { PartyAttribute.Mobile, PartyAttribute.HomePhone, PartyAttribute.OfficePhone }.SelectMany(a => Values(party, a)).Select(Phone));
        tokens.UnionWith(party.Keys.Select(k => Number(k.Key)));
        return tokens;
    }

    public static void AddName(ISet<string> tokens, string name)
    {
        var characters = Characters(name);
        if (characters.Length == 0)
        {
            return;
        }

        tokens.Add(WholeName(name));
        tokens.Add("1:" + characters[0]);
        tokens.UnionWith(PairsOf(characters).Take(MostPairs));
        var syllables = PersonName.Syllables(name);
        tokens.Add("i:" + string.Concat(syllables.Select(s => s[..1])));
        tokens.Add(PinyinOf(string.Concat(syllables)));
    }

    /// <summary>A party number or a system's key.</summary>
    public static string Number(string number) => "k:" + number.ToUpperInvariant();

    public static string Document(string number) => "d:" + number.ToUpperInvariant();

    public static string Phone(string number) => "m:" + number;

    public static string WholeName(string name) => "w:" + PersonName.Canonical(name);

    public static string Initials(string typed) => "i:" + typed.ToLowerInvariant();

    /// <summary>The beginning of a name's pinyin is the beginning of its token.</summary>
    public static string PinyinOf(string typed) => "y:" + (typed.Length <= MostPinyin ? typed : typed[..MostPinyin]).ToLowerInvariant();

    /// <summary>Tokens that all names have in which these characters stand beside each other; none for less than one character.</summary>
    public static IReadOnlyList<string> Pairs(string typed) => [.. PairsOf(Characters(typed)).Distinct().Take(MostAsked)];

    public static string FirstCharacter(string typed) => "1:" + Characters(typed).FirstOrDefault();

    private static IEnumerable<string> PairsOf(string[] characters) => Enumerable.Range(0, Math.Max(0, characters.Length - 1)).Select(i => "2:" + characters[i] + characters[i + 1]);

    // Characters, not UTF-16 units: names with characters outside the basic plane (𬭎) would be cut in half.
    private static string[] Characters(string name) => [.. PersonName.Canonical(name).EnumerateRunes().Select(r => r.ToString())];

    private static string[] Values(PartySnapshot party, string attribute) => PartyAttribute.Values(party.Attributes.GetValueOrDefault(attribute) ?? "");

    public static readonly Insert<(string Token, long Party)> Insert = new("ocrm.search_token", "ON CONFLICT (token, party_id) DO NOTHING",
        new("token", ColumnType.Text, t => t.Token),
        new("party_id", ColumnType.Long, t => t.Party));
}

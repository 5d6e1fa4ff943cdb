using Granary.Chinese;
using Granary.Ecif.Contracts;
using Granary.Ecif.GoldenRecords;
using Granary.Kernel.Storage;

namespace Granary.Ecif.Intake;

/// <summary>
/// The keys by which a party is found: pairs of characters of its name (most Chinese names have two or three, too few for trigrams),
/// the whole name, pinyin initials, document and phone numbers. All exact look-ups in one index, the same on both engines.
/// </summary>
internal static class SearchTokens
{
    /// <summary>A name of thirty characters has 29 pairs; what is longer is found by its beginning.</summary>
    private const int MostPairs = 32;

    private static readonly HashSet<string> Nothing = [];

    private static readonly string[] Searched =
        [PartyAttribute.Name, PartyAttribute.Document, PartyAttribute.Mobile, PartyAttribute.HomePhone, PartyAttribute.OfficePhone];

    /// <summary>The tokens of a golden record.</summary>
    public static IReadOnlySet<string> Of(Dictionary<string, GoldenAttribute> golden)
    {
        var tokens = new HashSet<string>(StringComparer.Ordinal);
        foreach (var attribute in Searched)
        {
            foreach (var value in PartyAttribute.Values(golden.GetValueOrDefault(attribute)?.Value ?? ""))
            {
                if (attribute == PartyAttribute.Name)
                {
                    tokens.UnionWith(OfName(value));
                    tokens.Add("p:" + PersonName.Initials(value));
                }
                else
                {
                    tokens.Add("n:" + PartyAttribute.Part(value, attribute == PartyAttribute.Document ? 1 : 0));
                }
            }
        }

        return tokens;
    }

    /// <summary>Tokens that all must be found for a name typed in the search box: its pairs, or the one character that it is.</summary>
    public static IReadOnlyList<string> OfQuery(string name)
    {
        var characters = Characters(name);
        return characters.Length switch
        {
            0 => [],
            1 => ["1:" + characters[0]],
            _ => [.. Pairs(characters).Distinct()],
        };
    }

    public static bool ChangedBetween(Dictionary<string, GoldenAttribute> before, Dictionary<string, GoldenAttribute> after) =>
        Searched.Any(a => before.GetValueOrDefault(a)?.Value != after.GetValueOrDefault(a)?.Value);

    /// <summary>Writes what differs from the tokens that the working set's parties had before it.</summary>
    public static async Task WriteAsync(Session session, WorkingSet set)
    {
        List<(long Party, string Token)> gone = [];
        List<(string Token, long Party)> come = [];
        foreach (var (id, before) in set.Searchable)
        {
            var now = set.Parties[id] is { Status: not PartyStatus.Merged } party ? Of(party.Golden) : Nothing;
            gone.AddRange(before.Except(now).Select(token => (id, token)));
            come.AddRange(now.Except(before).Select(token => (token, id)));
        }

        await session.ExecuteAsync("DELETE FROM ecif.search_token WHERE (token, party_id) IN (SELECT k.token, k.party FROM {rows})", RowSet.Of("party", "token", gone));
        await session.InsertAsync(TokenInsert, come);
    }

    private static IEnumerable<string> OfName(string name)
    {
        var characters = Characters(name);
        return characters.Length == 0 ? [] : Pairs(characters).Append("1:" + characters[0]);
    }

    private static IEnumerable<string> Pairs(string[] characters) =>
        Enumerable.Range(0, Math.Clamp(characters.Length - 1, 0, MostPairs)).Select(i => "2:" + characters[i] + characters[i + 1]);

    // Characters, not UTF-16 units: names with characters outside the basic plane (𬭎) would be cut in half.
    private static string[] Characters(string name) => [.. PersonName.Canonical(name).EnumerateRunes().Select(r => r.ToString())];

    internal static readonly Insert<(string Token, long Party)> TokenInsert = new("ecif.search_token", "ON CONFLICT (token, party_id) DO NOTHING",
        new("token", ColumnType.Text, t => t.Token),
        new("party_id", ColumnType.Long, t => t.Party));
}

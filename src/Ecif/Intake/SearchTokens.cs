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

    public static async Task WriteAsync(Session session, WorkingSet set)
    {
        if (set.Searchable.Count == 0)
        {
            return;
        }

        var known = set.Searchable.Where(id => set.Parties[id].Version > 1 || set.Parties[id].Status == PartyStatus.Merged).ToArray();
        await session.ExecuteAsync("DELETE FROM ecif.search_token WHERE party_id IN (SELECT k.id FROM {rows})", RowSet.Of("id", known));
        await session.InsertAsync(TokenInsert, [.. set.Searchable
            .Where(id => set.Parties[id].Status != PartyStatus.Merged)
            .SelectMany(id => Of(set.Parties[id].Golden).Select(token => (token, id)))]);
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

using Granary.Ecif.Contracts;
using Granary.Ecif.SourceRecords;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Granary.Ecif.GoldenRecords;

internal enum Criterion
{
    Valid,
    Recent,
    Trust,
}

/// <summary>The survivorship rules as data: rules/survivorship.yaml, which gives their reasons.</summary>
internal sealed class SurvivorshipRules
{
    private static readonly Criterion[] Default = [Criterion.Valid, Criterion.Recent, Criterion.Trust];

    private readonly Dictionary<string, int> _trust;
    private readonly Dictionary<string, Criterion[]> _attributes;

    public SurvivorshipRules(Dictionary<string, int> trust, Dictionary<string, Criterion[]> attributes)
    {
        _trust = trust;
        _attributes = attributes;
    }

    public static SurvivorshipRules Load(string path)
    {
        var file = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build()
            .Deserialize<RulesFile>(File.ReadAllText(path));
        var unknown = file.Attributes.Keys.Except(PartyAttribute.All).ToArray();
        if (unknown.Length > 0)
        {
            throw new InvalidDataException($"{path}: no such attribute: {string.Join(", ", unknown)}");
        }

        return new SurvivorshipRules(file.Trust, file.Attributes);
    }

    public int TrustOf(string system) => _trust.GetValueOrDefault(system);

    public IReadOnlyList<Criterion> CriteriaOf(string attribute) => _attributes.GetValueOrDefault(attribute, Default);

    private sealed class RulesFile
    {
        public Dictionary<string, int> Trust { get; init; } = [];

        public Dictionary<string, Criterion[]> Attributes { get; init; } = [];
    }
}

/// <summary>One system's claim to one value of an attribute.</summary>
internal sealed record Claim(string Value, string Form, bool Valid, string System, string Key, long At, int Trust);

/// <summary>Which values survive from a party's source records. Pure; ties break by trust, system code and key, never by arrival.</summary>
internal static class Survivorship
{
    /// <summary>The most values that an attribute with several keeps in the golden record; further ones stay in their source records.</summary>
    private const int MostValues = 8;

    public static Dictionary<string, GoldenAttribute> Survive(IReadOnlyList<SourceRecord> records, SurvivorshipRules rules)
    {
        var golden = new Dictionary<string, GoldenAttribute>(StringComparer.Ordinal);
        foreach (var attribute in PartyAttribute.All)
        {
            var claims = Claims(attribute, records, rules);
            if (claims.Count == 0)
            {
                continue;
            }

            var winner = claims[0];
            var value = PartyAttribute.IsMany(attribute)
                ? string.Join(PartyAttribute.ValueSeparator, claims.DistinctBy(c => c.Form).Take(MostValues).Select(c => c.Value))
                : winner.Value;
            golden[attribute] = new GoldenAttribute(value, winner.System, winner.Key, Decider(claims, rules.CriteriaOf(attribute)), winner.At);
        }

        return golden;
    }

    /// <summary>All claims to an attribute, the surviving one first; the page shows the rest as losing values.</summary>
    public static IReadOnlyList<Claim> Claims(string attribute, IReadOnlyList<SourceRecord> records, SurvivorshipRules rules)
    {
        List<Claim>? claims = null;
        foreach (var record in records)
        {
            if (record.Attributes.GetValueOrDefault(attribute)?.Said is not { Length: > 0 } said)
            {
                continue;
            }

            var at = record.Attributes[attribute].SaidAt;
            foreach (var raw in PartyAttribute.Values(said))
            {
                var value = Normalised.Form(attribute, raw);
                if (value.Length > 0)
                {
                    (claims ??= []).Add(new Claim(value, Canonical.Form(attribute, value), Validity.Of(attribute, value, record), record.System, record.Key, at, rules.TrustOf(record.System)));
                }
            }
        }

        if (claims is null)
        {
            return [];
        }

        if (claims.Count > 1)
        {
            var criteria = rules.CriteriaOf(attribute);
            claims.Sort((a, b) => Compare(a, b, criteria));
        }

        return claims;
    }

    private static int Compare(Claim a, Claim b, IReadOnlyList<Criterion> criteria)
    {
        foreach (var criterion in criteria)
        {
            var order = ByCriterion(a, b, criterion);
            if (order != 0)
            {
                return order;
            }
        }

        var tie = b.Trust.CompareTo(a.Trust);
        tie = tie != 0 ? tie : string.CompareOrdinal(a.System, b.System);
        tie = tie != 0 ? tie : string.CompareOrdinal(a.Key, b.Key);
        return tie != 0 ? tie : string.CompareOrdinal(a.Value, b.Value);
    }

    private static int ByCriterion(Claim a, Claim b, Criterion criterion) => criterion switch
    {
        Criterion.Valid => b.Valid.CompareTo(a.Valid),
        Criterion.Recent => b.At.CompareTo(a.At),
        _ => b.Trust.CompareTo(a.Trust),
    };

    private static string Decider(IReadOnlyList<Claim> claims, IReadOnlyList<Criterion> criteria)
    {
        var winner = claims[0];
        var rival = claims.FirstOrDefault(c => c.Form != winner.Form);
        if (rival is null)
        {
            return claims.Count == 1 ? "only" : "agreed";
        }

        foreach (var criterion in criteria)
        {
            if (ByCriterion(winner, rival, criterion) != 0)
            {
                return criterion switch { Criterion.Valid => "valid", Criterion.Recent => "recent", _ => "trust" };
            }
        }

        return "tie";
    }
}

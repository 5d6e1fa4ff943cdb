namespace Granary.Sim.Formats;

/// <summary>A system's own words for common codes, in both directions.</summary>
internal sealed class CodeMap
{
    private readonly Dictionary<string, string> _toCommon;
    private readonly Dictionary<string, string> _toOwn;

    public CodeMap(params (string Common, string Own)[] pairs)
    {
        _toCommon = pairs.ToDictionary(pair => pair.Own, pair => pair.Common, StringComparer.Ordinal);
        _toOwn = pairs.ToDictionary(pair => pair.Common, pair => pair.Own, StringComparer.Ordinal);
    }

    public string Common(string own, string field) => own.Length == 0 ? "" :
        _toCommon.TryGetValue(own, out var common) ? common : throw new BadMessageException(field, "unknown code");

    public string Own(string common, string field) => common.Length == 0 && !_toOwn.ContainsKey("") ? "" :
        _toOwn.TryGetValue(common, out var own) ? own : throw new BadMessageException(field, "unknown code");
}

/// <summary>Reply codes: four digits everywhere but at CARD.</summary>
internal static class ReplyCode
{
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Done or Verdict.Repeated => "0000",
        Verdict.BadLength => "1001",
        Verdict.BadField => "1002",
        Verdict.UnknownService => "1003",
        Verdict.Refused => "2001",
        Verdict.NotFound => "3001",
        _ => "9001",
    };

    public static Verdict Read(string code) => code switch
    {
        "0000" => Verdict.Done,
        "1001" => Verdict.BadLength,
        "1002" => Verdict.BadField,
        "1003" => Verdict.UnknownService,
        "3001" => Verdict.NotFound,
        "9001" => Verdict.TryAgain,
        _ => Verdict.Refused,
    };
}

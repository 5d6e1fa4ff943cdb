namespace Granary.Wire.Values;

/// <summary>What can be wrong with a value. The words are the interface's own, these are the default: Chinese, as the bank's systems show it.</summary>
internal enum FaultText
{
    Empty,
    Code,
    Date,
    Time,
    Digits,
    Length,
    Charset,
    Form,
    Repeated,
    Service,
    Message,
}

internal sealed class FaultTexts
{
    private static readonly Dictionary<FaultText, string> Defaults = new()
    {
        [FaultText.Empty] = "{label}为空",
        [FaultText.Code] = "{label}未知",
        [FaultText.Date] = "{label}不是有效日期",
        [FaultText.Time] = "{label}不是有效时间",
        [FaultText.Digits] = "{label}不是数字",
        [FaultText.Length] = "{label}长度不符",
        [FaultText.Charset] = "{label}含有无法识别的字符",
        [FaultText.Form] = "{label}格式不符",
        [FaultText.Repeated] = "{label}重复",
        [FaultText.Service] = "服务未知",
        [FaultText.Message] = "报文格式不符",
    };

    private readonly Dictionary<FaultText, string> own = [];

    public static IReadOnlyDictionary<string, FaultText> Names { get; } =
        Defaults.Keys.ToDictionary(key => key.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    public void Set(FaultText text, string words) => own[text] = words;

    public string Of(FaultText text, string label) =>
        (own.TryGetValue(text, out var words) ? words : Defaults[text]).Replace("{label}", label, StringComparison.Ordinal);
}

namespace Granary.Sim.People;

/// <summary>A county of Heilongjiang (GB/T 2260), with its name as addresses have it and as companies take it into theirs.</summary>
internal sealed record Region(string Code, string City, string County, string Short)
{
    public const string Province = "黑龙江省";

    /// <summary>The twenty counties of the recorded traffic.</summary>
    public static IReadOnlyList<Region> All { get; } =
    [
        new("230102", "哈尔滨市", "道里区", "道里"), new("230125", "哈尔滨市", "宾县", "宾"), new("230183", "哈尔滨市", "尚志市", "尚志"),
        new("230184", "哈尔滨市", "五常市", "五常"), new("230221", "齐齐哈尔市", "龙江县", "龙江"), new("230223", "齐齐哈尔市", "依安县", "依安"),
        new("230281", "齐齐哈尔市", "讷河市", "讷河"), new("230381", "鸡西市", "虎林市", "虎林"), new("230521", "双鸭山市", "集贤县", "集贤"),
        new("230622", "大庆市", "肇源县", "肇源"), new("230781", "伊春市", "铁力市", "铁力"), new("230822", "佳木斯市", "桦南县", "桦南"),
        new("230882", "佳木斯市", "富锦市", "富锦"), new("231025", "牡丹江市", "林口县", "林口"), new("231084", "牡丹江市", "宁安市", "宁安"),
        new("231121", "黑河市", "嫩江县", "嫩江"), new("231181", "黑河市", "北安市", "北安"), new("231202", "绥化市", "北林区", "北林"),
        new("231221", "绥化市", "望奎县", "望奎"), new("231282", "绥化市", "肇东市", "肇东"),
    ];

    /// <summary>Where the bank that everyday life makes up has most of its customers, as every bank has somewhere.</summary>
    public static Region Home { get; } = All[8];

    public static Region Of(string code) => All.FirstOrDefault(region => region.Code == code) ?? All[0];
}

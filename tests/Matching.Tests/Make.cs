using Granary.Chinese;
using Granary.Matching;

namespace Granary.Tests;

/// <summary>Records for tests. No such person lives.</summary>
internal static class Make
{
    public const string Zhao = "230183198603094823";
    public const string Qian = "230221197008143944";
    public const string House = "黑龙江省哈尔滨市尚志市亚布力镇东升村3组12号";

    public static readonly Matcher Matcher = new(MatchModel.Default);
    public static readonly Resolver Resolver = new(Matcher);

    public static MatchRecord Person(
        string id, string name, string? number = null, string type = "01", string? birth = "1986-03-09", string? phone = null, string? address = null,
        string[]? former = null, string[]? others = null, Gender gender = Gender.Unknown) => MatchRecord.From(new()
    {
        Id = id,
        Kind = RecordKind.Person,
        Name = name,
        FormerNames = former ?? [],
        Documents = number is null ? [] : [(type, number)],
        Birth = birth is null ? null : DateOnly.Parse(birth),
        Gender = gender,
        Phones = phone is null ? [] : [phone],
        Addresses = address is null ? [] : [address],
        Others = others ?? [],
    });

    public static MatchRecord Company(string id, string name, string? number = null, string type = "20", string? phone = null, string? address = null) =>
        MatchRecord.From(new()
        {
            Id = id,
            Kind = RecordKind.Organisation,
            Name = name,
            Documents = number is null ? [] : [(type, number)],
            Birth = new DateOnly(2011, 3, 19),
            Phones = phone is null ? [] : [phone],
            Addresses = address is null ? [] : [address],
        });

    public static Candidate Party(long id, params MatchRecord[] members) => new(id, members);
}

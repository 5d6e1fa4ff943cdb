using Granary.Access.Contracts;

namespace Granary.Ocrm.Imports;

/// <summary>潜在客户: each line is somebody to be won. Who is a customer already, or known as a prospect, is reported and not made.</summary>
internal sealed class ProspectImport : ImportKind
{
    public override string Name => "prospects";

    public override IReadOnlyList<ImportField> Fields { get; } =
    [
        new("name", "王芳", Needed: true), new("document", ""), new("phone", "13900000001"), new("address", "集贤县兴安街九号"), new("kind", "个人"), new("source", "展业活动"), new("note", ""),
    ];

    public override IEnumerable<string> Permissions(ImportOptions options) => [Permission.ProspectsEdit];

    public override bool IsMapped(IReadOnlyDictionary<string, int> mapping) => mapping.ContainsKey("name");

    public override async Task<IReadOnlyList<Verdict>> RunAsync(ImportWork work, IReadOnlyList<ImportLine> lines, CancellationToken cancellation)
    {
        var prospects = lines.Select(l => NewProspects.Of(work, l)).ToList();
        var verdicts = (await NewProspects.CheckAsync(work, lines, prospects)).ToArray();
        if (!work.Write)
        {
            return verdicts;
        }

        for (var i = 0; i < verdicts.Length; i++)
        {
            if (verdicts[i].Outcome == Verdict.Good)
            {
                verdicts[i] = verdicts[i] with { Outcome = Verdict.Done, Ref = await NewProspects.AddAsync(work, prospects[i]) };
            }
        }

        await NewProspects.AuditAsync(work, verdicts.Zip(prospects).Where(v => v.First.Outcome == Verdict.Done).Select(v => (v.First.Ref, NewProspects.Described(v.Second))));
        return verdicts;
    }

    public override Task<IReadOnlyList<Verdict>> UndoAsync(ImportWork work, IReadOnlyList<ImportLine> lines, CancellationToken cancellation) => NewProspects.UndoAsync(work, lines);
}

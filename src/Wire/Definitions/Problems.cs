namespace Granary.Wire.Definitions;

/// <summary>Collects what is wrong with one file, so that an engineer sees all of it at once.</summary>
internal sealed class Problems(string file)
{
    // A file that is wrong in more places than this is the wrong file.
    private const int Most = 100;

    private readonly List<InterfaceProblem> found = [];

    public IReadOnlyList<InterfaceProblem> Found => found;

    public string File { get; } = file;

    public void Add(int line, string reason)
    {
        var problem = new InterfaceProblem(File, line, reason);
        if (found.Count < Most && !found.Contains(problem))
        {
            found.Add(problem);
        }
    }

    public void ThrowIfAny()
    {
        if (found.Count > 0)
        {
            throw new InterfaceException([.. found.OrderBy(problem => problem.Line)]);
        }
    }
}

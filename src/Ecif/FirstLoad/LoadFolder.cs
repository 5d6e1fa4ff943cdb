using System.Globalization;
using Granary.Kernel;

namespace Granary.Ecif.FirstLoad;

/// <summary>The folder of one load: a file for each stage that has ended, with what it counted, beside what it found.</summary>
internal sealed class LoadFolder
{
    private readonly string _path;

    /// <summary>What another load left in the folder goes.</summary>
    public LoadFolder(string path, string fingerprint)
    {
        _path = path;
        Directory.CreateDirectory(path);
        if (Done("plan") is null || File.ReadAllText(PathOf("plan.done")) != fingerprint)
        {
            Directory.Delete(path, recursive: true);
            Directory.CreateDirectory(path);
            End("plan", fingerprint);
        }
    }

    public string PathOf(string name) => Path.Combine(_path, name);

    /// <summary>The numbers with which a stage ended; null where it has not.</summary>
    public long[]? Counts(string stage) =>
        Done(stage)?.Split(' ').Select(n => long.Parse(n, CultureInfo.InvariantCulture)).ToArray();

    public void End(string stage, params long[] counts)
    {
        End(stage, string.Join(' ', counts.Select(c => c.ToString(CultureInfo.InvariantCulture))));
        Crash.At($"load-{stage}");
    }

    public void Delete() => Directory.Delete(_path, recursive: true);

    private string? Done(string stage) => File.Exists(PathOf(stage + ".done")) ? File.ReadAllText(PathOf(stage + ".done")) : null;

    private void End(string stage, string text)
    {
        File.WriteAllText(PathOf(stage + ".part"), text);
        File.Move(PathOf(stage + ".part"), PathOf(stage + ".done"), overwrite: true);
    }
}

namespace Granary.Tests;

/// <summary>The bank's documents and recorded traffic, which lie beside a clone and not in it.</summary>
internal static class Shared
{
    /// <summary>The clone that these tests were built from.</summary>
    public static string RepositoryRoot { get; } = FindRoot();

    public static string? Root { get; } = Directory.Exists(Path.Combine(RepositoryRoot, "..", "shared"))
        ? Path.GetFullPath(Path.Combine(RepositoryRoot, "..", "shared"))
        : null;

    /// <summary>A path under shared/, or a skipped test where it is not there.</summary>
    public static string File(params string[] parts)
    {
        Assert.SkipWhen(Root is null, "../shared is not beside this clone");
        return Path.Combine([Root!, .. parts]);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder.FullName, "Granary.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("Granary.slnx is not above the tests");
    }
}

namespace Granary.Host;

/// <summary>Where the parts that are not in the assembly lie: interface files, rules, the built web page, the simulated bank.</summary>
internal static class Repository
{
    /// <summary>The clone that this build came from, or the folder of the assembly where it was copied elsewhere.</summary>
    public static string Root { get; } = FindRoot();

    public static string Interfaces => Path.Combine(Root, "interfaces");

    public static string Survivorship => Path.Combine(Root, "rules", "survivorship.yaml");

    public static string Web => Path.Combine(Root, "web", "dist");

    public static string Data => Path.Combine(Root, "data");

    /// <summary>The simulated bank as built with the same configuration as this assembly, or the newest there is.</summary>
    public static string? Simulator
    {
        get
        {
            var beside = Path.Combine(AppContext.BaseDirectory, "Granary.Sim.dll");
            if (File.Exists(beside))
            {
                return beside;
            }

            var builds = Path.Combine(Root, "sim", "bin");
            return Directory.Exists(builds)
                ? Directory.EnumerateFiles(builds, "Granary.Sim.dll", SearchOption.AllDirectories)
                    .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}ref{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
                    .OrderByDescending(file => file.Contains(Configuration, StringComparison.Ordinal))
                    .ThenByDescending(File.GetLastWriteTimeUtc)
                    .FirstOrDefault()
                : null;
        }
    }

    private static string Configuration
    {
        get
        {
            var separator = Path.DirectorySeparatorChar;
            return AppContext.BaseDirectory.Contains($"{separator}Release{separator}", StringComparison.Ordinal)
                ? $"{separator}Release{separator}"
                : $"{separator}Debug{separator}";
        }
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Granary.slnx")))
            {
                return folder.FullName;
            }
        }

        return AppContext.BaseDirectory;
    }
}

namespace Granary.Kernel;

/// <summary>Files and folders that only their owner may read; so from their creation, that there is no moment at which others could open them.</summary>
public static class PrivateFiles
{
    public static DirectoryInfo CreateFolder(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path)
        : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

    /// <summary>A new file, to be written and read again.</summary>
    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }

    /// <summary>The text that the file holds; where it holds none, one that is made now and kept there.</summary>
    public static string ReadOrMake(string path, Func<string> make)
    {
        if (File.Exists(path) && File.ReadAllText(path).Trim() is { Length: > 0 } kept)
        {
            return kept;
        }

        var made = make();
        Write(path, made + "\n");
        return made;
    }

    /// <summary>Writes a text in place of whatever the file held.</summary>
    public static void Write(string path, string text)
    {
        File.Delete(path);
        using var writer = new StreamWriter(Create(path));
        writer.Write(text);
    }
}

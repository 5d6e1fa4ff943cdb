using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Granary.Ecif.Contracts;
using Granary.Gateway;
using Granary.Gateway.Files;
using Granary.Wire;

namespace Granary.Host.Commands.Import;

/// <summary>One file and how it is read.</summary>
/// <param name="Format">Null: as CSV.</param>
/// <param name="System">Whose customers a CSV file's are, where it does not say so itself.</param>
internal sealed record ImportFile(FileInfo File, Interface? Format, string? System);

/// <summary>The files of an import, in the order in which they were named, and what in them is wrong.</summary>
internal sealed class ImportFiles(IReadOnlyList<ImportFile> files, CsvMap map, FileInfo errors)
{
    /// <param name="arguments">FILE, or SYSTEM=FILE: of that system, in its own format unless it is a CSV file.</param>
    /// <param name="code">The interface of files without a system; null: they are CSV.</param>
    /// <exception cref="UserError">There is no such file or interface.</exception>
    public static IReadOnlyList<ImportFile> Of(IEnumerable<string> arguments, string? code, string? system, IReadOnlyList<Interface> formats) => [.. arguments.Select(argument =>
    {
        var equals = File.Exists(argument) ? -1 : argument.IndexOf('=', StringComparison.Ordinal);
        var (named, path) = equals > 0 ? (argument[..equals], argument[(equals + 1)..]) : (null, argument);
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            throw new UserError($"there is no file {path}");
        }

        var isCsv = file.Extension.ToLowerInvariant() is ".csv" or ".tsv";
        var format = isCsv || (named ?? code) is not { } wanted ? null : formats.FirstOrDefault(f => f.System == wanted)
            ?? throw new UserError($"there is no interface {wanted}; there are {string.Join(", ", formats.Select(f => f.System))}");
        return isCsv || format is not null
            ? new ImportFile(file, format, named ?? system ?? code)
            : throw new UserError($"{file.Name} is no .csv file: say by --interface, or SYSTEM={file.Name}, whose format it has");
    })];

    /// <summary>Changes with the files' bytes and with how they are read.</summary>
    public async Task<string> FingerprintAsync(CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(map));
        foreach (var file in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.File.Name}|{file.System}|{file.Format?.Version}|"));
            await using var stream = file.File.OpenRead();
            hash.AppendData(await SHA256.HashDataAsync(stream, cancellation));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Reads everything; what is wrong goes to the error file, which is written anew: file, line, code, field and reason, and no value.</summary>
    public IEnumerable<SourceMessage> Read(CancellationToken cancellation)
    {
        using var wrong = new StreamWriter(errors.FullName, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        wrong.WriteLine("file,line,code,field,reason");
        foreach (var file in files)
        {
            var rows = file.Format is { } format
                ? CustomerFile.Read(format, file.File.FullName, file.File.LastWriteTimeUtc, new GatewayLimits(), cancellation)
                : new CsvCustomers(file.File, map, file.System).Read();
            foreach (var row in rows)
            {
                if (row.Message is { } message)
                {
                    yield return message;
                }
                else
                {
                    wrong.WriteLine(string.Join(',', new[] { file.File.Name, $"{row.Line}", row.Code, row.Field, row.Text }.Select(Quoted)));
                }
            }
        }
    }

    private static string Quoted(string text) => text.AsSpan().IndexOfAny(",\"\n\r") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

using System.Security.Cryptography;
using System.Text;

namespace EnforcementCases.Platform.Keys;

/// <summary>The keys of the installation: files of mode 0600 in DIR/keys, or values from configuration (<c>Keys:name</c>, base64). Never in the database.</summary>
internal sealed class KeyRing(IConfiguration configuration, string directory)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Folder of the key files.</summary>
    public string Directory => directory;

    /// <summary>A secret of 32 bytes, made at the first start.</summary>
    public byte[] Secret(string name)
    {
        if (configuration[$"Keys:{name}"] is { Length: > 0 } configured)
            return Convert.FromBase64String(configured);
        return Convert.FromBase64String(ReadOrMake(name + ".key", () => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))));
    }

    /// <summary>A P-256 signing key in PKCS#8 PEM, made at the first start.</summary>
    public ECDsa SigningKey(string name)
    {
        var pem = configuration[$"Keys:{name}"] is { Length: > 0 } configured
            ? configured
            : ReadOrMake(
                name + ".pem",
                () =>
                {
                    using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
                    return made.ExportPkcs8PrivateKeyPem();
                }
            );
        var key = ECDsa.Create();
        key.ImportFromPem(pem);
        return key;
    }

    /// <summary>Fingerprints of the keys by name: a hash of each, which distinguishes installations without disclosing the keys.</summary>
    public IReadOnlyDictionary<string, string> Fingerprints() =>
        configuration
            .GetSection("Keys")
            .GetChildren()
            .Where(k => !string.IsNullOrEmpty(k.Value))
            .Select(k => (Name: k.Key, Value: k.Value!))
            .Concat(Files().Select(f => (Name: Path.GetFileNameWithoutExtension(f), Value: File.ReadAllText(f))))
            .DistinctBy(k => k.Name, StringComparer.Ordinal) // what is configured goes before a file
            .ToDictionary(
                k => k.Name,
                k =>
                    Convert.ToHexStringLower(
                        SHA256.HashData(Encoding.UTF8.GetBytes($"enforcementcases-key-v1\n{k.Name}\n{k.Value.Trim()}"))
                    ),
                StringComparer.Ordinal
            );

    /// <summary>The existing key files.</summary>
    public IReadOnlyList<string> Files() =>
        System.IO.Directory.Exists(directory)
            ?
            [
                .. System
                    .IO.Directory.EnumerateFiles(directory)
                    .Where(f => Path.GetExtension(f) is ".key" or ".pem")
                    .Order(StringComparer.Ordinal),
            ]
            : [];

    /// <summary>Whether a mark exists beside the keys.</summary>
    public bool Has(string mark) => File.Exists(Path.Combine(directory, mark + ".mark"));

    /// <summary>Writes a permanent mark beside the keys.</summary>
    /// <param name="text">Text in the mark for a person who finds it.</param>
    public void Set(string mark, string text) => ReadOrMake(mark + ".mark", () => text + "\n");

    private string ReadOrMake(string file, Func<string> make)
    {
        var path = Path.Combine(directory, file);
        if (!File.Exists(path))
        {
            System.IO.Directory.CreateDirectory(directory, OwnerOnly | UnixFileMode.UserExecute);
            var draft = $"{path}.{Environment.ProcessId}";
            using (
                var stream = new FileStream(
                    draft,
                    new FileStreamOptions
                    {
                        Mode = FileMode.Create,
                        Access = FileAccess.Write,
                        UnixCreateMode = OwnerOnly,
                    }
                )
            )
            using (var writer = new StreamWriter(stream))
                writer.Write(make());
            try
            {
                File.Move(draft, path, overwrite: false); // two first starts at once: the first file stays
            }
            catch (IOException) when (File.Exists(path))
            {
                File.Delete(draft);
            }
        }
        return File.ReadAllText(path);
    }
}

using System.Collections.Frozen;
using System.Text;

namespace EnforcementCases.Platform.Uploads;

/// <summary>The particulars of an upload (<c>Upload-Metadata</c>): names with values in Base64.</summary>
internal sealed class UploadMetadata
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly FrozenDictionary<string, string> values;

    private UploadMetadata(FrozenDictionary<string, string> values) => this.values = values;

    /// <summary>Reads the header.</summary>
    /// <param name="known">Names that may occur.</param>
    /// <exception cref="Domain.DomainException"><see cref="UploadErrors.MetadataMalformed"/>.</exception>
    public static UploadMetadata Read(string header, IReadOnlyCollection<string> known)
    {
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in header.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = pair.Split(' ');
            if (parts.Length > 2 || !known.Contains(parts[0], StringComparer.Ordinal))
                throw UploadErrors.MetadataMalformed.With($"允许的名称：{string.Join('、', known)}");
            if (Decoded(parts.Length == 2 ? parts[1] : "") is not { } value || !read.TryAdd(parts[0], value))
                throw UploadErrors.MetadataMalformed.With($"{parts[0]} 不是 Base64 编码的 UTF-8 文字，或者重复");
        }
        return new(read.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>A value; null if it was not sent or is empty.</summary>
    public string? this[string name] => values.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    /// <summary>A value that is needed.</summary>
    /// <exception cref="Domain.DomainException"><see cref="UploadErrors.MetadataMalformed"/>.</exception>
    public string Needed(string name) =>
        this[name] ?? throw UploadErrors.MetadataMalformed.With($"缺少 {name}").At($"/uploadMetadata/{name}");

    /// <summary>An id; null if it was not sent.</summary>
    /// <exception cref="Domain.DomainException"><see cref="UploadErrors.MetadataMalformed"/>.</exception>
    public Guid? Id(string name) =>
        this[name] is not { } text ? null
        : Guid.TryParseExact(text, "D", out var id) ? id
        : throw UploadErrors.MetadataMalformed.With($"{name} 应为 UUID").At($"/uploadMetadata/{name}");

    /// <summary>The declared SHA-256.</summary>
    /// <exception cref="Domain.DomainException"><see cref="UploadErrors.MetadataMalformed"/>.</exception>
    public string Sha256(string name) =>
        Needed(name) is { Length: 64 } hash && hash.All(char.IsAsciiHexDigitLower)
            ? hash
            : throw UploadErrors.MetadataMalformed.With($"{name} 应为64位小写十六进制").At($"/uploadMetadata/{name}");

    /// <summary>A file name without any path: it is kept as text and names nothing on a disk.</summary>
    /// <param name="longest">Longest name in characters, inclusive.</param>
    /// <exception cref="Domain.DomainException"><see cref="UploadErrors.MetadataMalformed"/> or <see cref="UploadErrors.NameWithPath"/>.</exception>
    public string FileName(string name, int longest)
    {
        var text = Needed(name);
        if (text.IndexOfAny(['/', '\\', ':', '\0']) >= 0 || text is "." or "..")
            throw UploadErrors.NameWithPath.With("只写文件名").At($"/uploadMetadata/{name}");
        return text.Length <= longest
            ? text
            : throw UploadErrors.MetadataMalformed.With($"文件名不超过 {longest} 个字符").At($"/uploadMetadata/{name}");
    }

    private static string? Decoded(string base64)
    {
        try
        {
            return Strict.GetString(Convert.FromBase64String(base64));
        }
        catch (Exception error) when (error is FormatException or DecoderFallbackException)
        {
            return null;
        }
    }
}

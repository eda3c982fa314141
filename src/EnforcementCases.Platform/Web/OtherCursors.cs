using System.Buffers.Text;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Platform.Web;

/// <summary>A place in a list ordered by a text that is unique in it, such as a user name: the text of the last row seen.</summary>
internal static class TextCursor
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string Of(string last) => Base64Url.EncodeToString(Strict.GetBytes(last));

    /// <summary>The cursor of a request; null is the first page.</summary>
    /// <exception cref="Domain.DomainException"><see cref="Cursor.Malformed"/>.</exception>
    public static string? Parse(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        try
        {
            return Strict.GetString(Base64Url.DecodeFromChars(text)) is var last && !last.Contains('\0', StringComparison.Ordinal)
                ? last
                : throw Cursor.Malformed.With("分页游标无效");
        }
        catch (Exception error) when (error is FormatException or DecoderFallbackException)
        {
            throw Cursor.Malformed.With("分页游标无效");
        }
    }
}

/// <summary>Pages of short lists whose rows have no sequence: the cursor counts the rows before it.</summary>
internal static class PagesByPosition
{
    /// <exception cref="Domain.DomainException"><see cref="Cursor.Malformed"/> or <see cref="Cursor.LimitOutOfRange"/>.</exception>
    public static async Task<Page<T>> ToPageAsync<T>(this IOrderedQueryable<T> rows, string? cursor, int? limit, CancellationToken ct)
    {
        var size = Cursor.LimitOf(limit);
        var before = Cursor.Parse(cursor)?.Seq ?? 0;
        if (before is < 0 or > int.MaxValue - Cursor.LargestLimit)
            throw Cursor.Malformed.With("分页游标无效");
        var found = await rows.Skip((int)before).Take(size + 1).ToListAsync(ct);
        return found.Count <= size ? new(found, null) : new(found[..size], new Cursor(0, before + size).ToString());
    }
}

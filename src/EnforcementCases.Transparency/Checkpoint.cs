using System.Globalization;

namespace EnforcementCases.Transparency;

/// <summary>The state of a log at a size, C2SP tlog-checkpoint: the text of the note that its key signs.</summary>
/// <param name="Origin">Identity of the log.</param>
/// <param name="Size">Number of leaves.</param>
/// <param name="Root">Root of the tree.</param>
public sealed record Checkpoint(string Origin, long Size, byte[] Root)
{
    /// <summary>The text, unsigned.</summary>
    public SignedNote Note => new(string.Create(CultureInfo.InvariantCulture, $"{Origin}\n{Size}\n{Convert.ToBase64String(Root)}\n"), []);

    /// <summary>Reads the text of a note; null if it is no checkpoint. Lines after the third are extensions and ignored.</summary>
    public static Checkpoint? Of(SignedNote note)
    {
        var lines = note.Text.Split('\n');
        if (
            lines.Length < 4
            || lines[0].Length == 0
            || !long.TryParse(lines[1], NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            || size.ToString(CultureInfo.InvariantCulture) != lines[1]
        )
            return null;
        var root = new byte[lines[2].Length];
        return Convert.TryFromBase64String(lines[2], root, out var length) && length == TreeHash.Length
            ? new(lines[0], size, root[..length])
            : null;
    }
}

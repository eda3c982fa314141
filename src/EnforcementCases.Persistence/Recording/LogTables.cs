namespace EnforcementCases.Persistence.Recording;

/// <summary>The log of the installation: how far it has come, and who appends to it. One row.</summary>
/// <remarks>Rows of the log are written by the one process that holds the lease: each of its transactions changes this row under the token that it took it with.</remarks>
public sealed class LogHead
{
    /// <summary>Id of the one row.</summary>
    public const int OnlyId = 1;

    /// <summary>Always <see cref="OnlyId"/>.</summary>
    public int Id { get; init; } = OnlyId;

    /// <summary>Identity of the log in checkpoints and leaves.</summary>
    public string Origin { get; init; } = "";

    /// <summary>Number of leaves.</summary>
    public long Size { get; init; }

    /// <summary>Roots of the complete subtrees, the largest first.</summary>
    public byte[] Frontier { get; init; } = [];

    /// <summary>Fencing token: rises whenever the lease is taken.</summary>
    public long Token { get; init; }

    /// <summary>The process that holds the lease.</summary>
    public string Holder { get; init; } = "";

    /// <summary>Until when the lease holds.</summary>
    public DateTimeOffset LeaseUntil { get; init; }
}

/// <summary>The place of an entry of the record in the log.</summary>
public sealed class LogLeaf
{
    /// <summary>Position, from 0.</summary>
    public long Position { get; init; }

    /// <summary>The entry.</summary>
    public Guid EntryId { get; init; }

    /// <summary>Hash of the leaf.</summary>
    public byte[] Hash { get; init; } = [];
}

/// <summary>A full tile of 256 hashes; the incomplete ones at the right edge are put together from what is below them.</summary>
public sealed class LogTile
{
    /// <summary>0 for leaf hashes.</summary>
    public int Level { get; init; }

    /// <summary>Position among the tiles of the level, from 0.</summary>
    public long Position { get; init; }

    /// <summary>The hashes, one after the other.</summary>
    public byte[] Hashes { get; init; } = [];
}

/// <summary>A signed state of the log. Those that a witness has seen are kept for ever, of the others the last one.</summary>
public sealed class LogCheckpoint
{
    /// <summary>Number of leaves.</summary>
    public long Size { get; init; }

    /// <summary>The signed note as it is published.</summary>
    public byte[] Note { get; init; } = [];

    /// <summary>When it was signed.</summary>
    public DateTimeOffset SignedAt { get; init; }

    /// <summary>When the last witness cosigned it; null if none has.</summary>
    public DateTimeOffset? AnchoredAt { get; init; }

    /// <summary>Time-stamp token over the note's text (RFC 3161); null if none was obtained.</summary>
    public byte[]? TimeStamp { get; init; }
}

namespace EnforcementCases.Domain.Recording;

/// <summary>A key that signs the checkpoints of the log over the record, from a size of the log on (日志签名密钥). Its rotation is an entry of the record.</summary>
public sealed class LogKey : RecordedAggregate
{
    private readonly Guid organisation;
    private readonly string organisationPath = "";

    private LogKey() { }

    /// <summary>The first key of a log.</summary>
    /// <param name="number">Number of the key, from 1.</param>
    /// <param name="text">The key with which its signatures are verified, as a trust file holds it.</param>
    /// <param name="fromSize">Smallest size of a checkpoint that it signs.</param>
    public LogKey(Guid id, int number, string text, long fromSize) => (Id, Number, Text, FromSize) = (id, number, text, fromSize);

    private LogKey(Guid id, int number, string text, long fromSize, Guid organisation, string organisationPath)
        : this(id, number, text, fromSize) => (this.organisation, this.organisationPath) = (organisation, organisationPath);

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>Number of the key, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The key with which its signatures are verified, as a trust file holds it: <c>name+id+base64</c>.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Smallest size of a checkpoint that it signs.</summary>
    public long FromSize { get; private set; }

    /// <inheritdoc />
    public override Guid RecordChainId => organisation;

    /// <inheritdoc />
    public override string RecordOrganisationPath => organisationPath;

    /// <summary>The next key takes over (密钥轮换).</summary>
    /// <param name="text">The new key.</param>
    /// <param name="fromSize">Smallest size of a checkpoint that it signs.</param>
    /// <param name="statement">A note that names both keys, signed by both.</param>
    /// <param name="organisation">The organisation in whose chain the rotation is entered, with its path.</param>
    public LogKey Rotate(
        Guid id,
        string text,
        long fromSize,
        string statement,
        string reason,
        (Guid Id, string Path) organisation,
        DateTimeOffset at
    )
    {
        var next = new LogKey(id, Number + 1, text, fromSize, organisation.Id, organisation.Path);
        next.Record(
            new(
                "log-key-rotated",
                at,
                new RecordFields()
                    .Add("before", Text)
                    .Add("key", text)
                    .Add("fromSize", fromSize)
                    .Add("statement", statement)
                    .Add("reason", reason)
            )
        );
        return next;
    }

    /// <summary>A new log begins with a new key, because the database is older than what was signed (日志恢复).</summary>
    /// <param name="text">The new key.</param>
    /// <param name="lost">The checkpoint that was signed and whose leaves are lost from its size back to that of the database.</param>
    /// <param name="size">Number of leaves that the database still had.</param>
    public LogKey Recover(
        Guid id,
        string text,
        string lost,
        long size,
        string reason,
        (Guid Id, string Path) organisation,
        DateTimeOffset at
    )
    {
        var next = new LogKey(id, Number + 1, text, fromSize: 0, organisation.Id, organisation.Path);
        next.Record(
            new(
                "log-recovered",
                at,
                new RecordFields().Add("lost", lost).Add("size", size).Add("before", Text).Add("key", text).Add("reason", reason)
            )
        );
        return next;
    }
}

namespace EnforcementCases.Domain.Parties;

/// <summary>A party (当事人), found across cases by the blind index of its document; each case keeps a snapshot of its own.</summary>
public sealed class Party
{
    /// <summary>Longest name.</summary>
    public const int NameMaxLength = 200;

    private Party() { }

    /// <summary>Enters a party.</summary>
    /// <param name="blindIndex">HMAC over the normalised document number; null for a self-declared party.</param>
    /// <param name="documentSealed">The document number, encrypted; null for a self-declared party.</param>
    public Party(
        Guid id,
        long seq,
        PartyKind kind,
        string name,
        IdentityDocument? document,
        string? blindIndex,
        byte[]? documentSealed,
        DateTimeOffset at
    )
    {
        Id = id;
        Seq = seq;
        Kind = kind;
        Name = name;
        Document = document;
        BlindIndex = blindIndex;
        DocumentSealed = documentSealed;
        CreatedAt = at;
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>Breaks ties in lists.</summary>
    public long Seq { get; private set; }

    /// <summary>Kind at entry.</summary>
    public PartyKind Kind { get; private set; }

    /// <summary>Name at entry; a case prints the name of its snapshot.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Kind of document; null for a self-declared party.</summary>
    public IdentityDocument? Document { get; private set; }

    /// <summary>Blind index by which an exact document number is found.</summary>
    public string? BlindIndex { get; private set; }

    /// <summary>The document number, encrypted.</summary>
    public byte[]? DocumentSealed { get; private set; }

    /// <summary>When it was entered.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>The party it was merged into (并入); null if not merged. Never more than one step: a party that others were merged into cannot be merged away.</summary>
    public Guid? MergedInto { get; internal set; }

    /// <summary>Version, raised by every merge and split that involves it.</summary>
    public int Version { get; internal set; } = 1;

    /// <summary>The party that represents it: the one it was merged into, otherwise itself.</summary>
    public Guid RepresentativeId => MergedInto ?? Id;

    /// <summary>Whether its identity is shown by a document.</summary>
    public bool IsDocumented => BlindIndex is not null;
}

/// <summary>The party as recorded when the case was decided (当事人快照).</summary>
public sealed class PartySnapshot
{
    /// <summary>Kind.</summary>
    public PartyKind Kind { get; init; }

    /// <summary>Name as on the decision.</summary>
    public string Name { get; init; } = "";

    /// <summary>How its identity is known.</summary>
    public PartyIdentity Identity { get; init; }

    /// <summary>Kind of document; null for a self-declared party.</summary>
    public IdentityDocument? Document { get; init; }

    /// <summary>Last four characters of the document number, for the receipt (尾号).</summary>
    public string? DocumentTail { get; init; }

    /// <summary>Age in whole years on the day of the offence; null for organisations.</summary>
    public int? AgeAtOffence { get; init; }

    /// <summary>Whether the age comes from a checked document.</summary>
    public bool AgeVerified { get; init; }

    /// <summary>Legal representative or operator (法定代表人、经营者).</summary>
    public string? Representative { get; init; }

    /// <summary>Address, encrypted.</summary>
    public byte[]? AddressSealed { get; init; }

    /// <summary>Telephone, encrypted.</summary>
    public byte[]? PhoneSealed { get; init; }

    /// <summary>SHA-256 of the photograph that documents a self-declared identity, hex.</summary>
    public string? PhotoSha256 { get; init; }

    /// <summary>Why a code with a wrong check digit was accepted.</summary>
    public string? CheckDigitOverride { get; init; }

    /// <summary>A copy with a corrected name or representative.</summary>
    internal PartySnapshot With(string? name = null, string? representative = null) =>
        new()
        {
            Kind = Kind,
            Name = name ?? Name,
            Identity = Identity,
            Document = Document,
            DocumentTail = DocumentTail,
            AgeAtOffence = AgeAtOffence,
            AgeVerified = AgeVerified,
            Representative = representative ?? Representative,
            AddressSealed = AddressSealed,
            PhoneSealed = PhoneSealed,
            PhotoSha256 = PhotoSha256,
            CheckDigitOverride = CheckDigitOverride,
        };
}

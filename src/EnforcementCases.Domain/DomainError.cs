namespace EnforcementCases.Domain;

/// <summary>Kind of a refusal; it alone determines the HTTP status.</summary>
public enum ErrorKind
{
    /// <summary>400: the request cannot be understood.</summary>
    Malformed,

    /// <summary>401: nobody is signed in, or not strongly enough.</summary>
    Unauthenticated,

    /// <summary>403: in scope, but this person may not do it.</summary>
    Forbidden,

    /// <summary>404: does not exist, or is outside the reader's scope; the two look the same.</summary>
    NotFound,

    /// <summary>405: the resource is there, but not this method.</summary>
    NotOffered,

    /// <summary>409: the stage does not allow the act.</summary>
    WrongStage,

    /// <summary>409: another request or record conflicts with it.</summary>
    Conflict,

    /// <summary>410: it existed and is over; the caller begins anew.</summary>
    Gone,

    /// <summary>412: the caller saw an older version.</summary>
    Stale,

    /// <summary>413: too large.</summary>
    TooLarge,

    /// <summary>415: a media type that is not accepted here.</summary>
    WrongMediaType,

    /// <summary>416: the part that is requested lies outside the file.</summary>
    OutOfRange,

    /// <summary>422: a rule of law forbids it; <see cref="DomainError.Basis"/> names the article.</summary>
    RuleBroken,

    /// <summary>422: well formed, but not acceptable for a reason that is no article of law.</summary>
    Unacceptable,

    /// <summary>428: the caller must state which version was seen.</summary>
    PreconditionMissing,

    /// <summary>429: too many requests.</summary>
    TooMany,

    /// <summary>460: what arrived differs from the checksum sent with it; the caller sends it again (tus 1.0).</summary>
    ChecksumMismatch,

    /// <summary>503: a required component is unavailable; nothing was done.</summary>
    Unavailable,

    /// <summary>409: stored data is not as it was written, so the request cannot be done; an entry of the security log names it.</summary>
    Damaged,
}

/// <summary>A refusal with a stable code: the code never changes once released.</summary>
/// <param name="Code">Stable, lower-case, <c>area.what-went-wrong</c>; never reused for another meaning.</param>
/// <param name="Rule">Id in the rule table (<c>RULES.md</c>), <c>APL-51-1</c>; a rule may have several errors; null if no rule of law is meant.</param>
/// <param name="Kind">What kind of refusal it is.</param>
/// <param name="Title">One sentence for the officer, in Chinese.</param>
/// <param name="Basis">The article enforced; required when <paramref name="Kind"/> is <see cref="ErrorKind.RuleBroken"/>.</param>
public sealed record DomainError(string Code, string? Rule, ErrorKind Kind, string Title, LegalBasis? Basis = null)
{
    /// <summary>The refusal with details of this case for the officer; no personal data.</summary>
    /// <param name="detail">What exactly was refused, in Chinese.</param>
    /// <param name="nextStep">What to do instead; null if there is nothing.</param>
    public DomainException With(Sentence detail, Sentence? nextStep = null) => new(this, detail) { NextStep = nextStep };
}

/// <summary>Thrown when the domain refuses; only the problem mapping catches it.</summary>
public sealed class DomainException(DomainError error, Sentence detail) : Exception($"{error.Code}: {detail}")
{
    /// <summary>The refusal.</summary>
    public DomainError Error { get; } = error;

    /// <summary>What exactly was refused.</summary>
    public Sentence Sentence { get; } = detail;

    /// <summary>What exactly was refused, in Chinese.</summary>
    public string Detail => Sentence.Text;

    /// <summary>What to do instead; null if there is nothing.</summary>
    public Sentence? NextStep { get; init; }

    /// <summary>JSON pointer of the refused member of the request; null if none.</summary>
    public string? Pointer { get; init; }

    /// <summary>The same refusal, with the member of the request that it is about.</summary>
    public DomainException At(string pointer) => new(Error, Sentence) { NextStep = NextStep, Pointer = pointer };
}

namespace EnforcementCases.Domain;

/// <summary>What kind of refusal it is; the kind alone decides the HTTP status.</summary>
public enum ErrorKind
{
    /// <summary>400: the request cannot be understood as it stands.</summary>
    Malformed,

    /// <summary>401: nobody is signed in, or not strongly enough.</summary>
    Unauthenticated,

    /// <summary>403: in scope, but not this person's to do.</summary>
    Forbidden,

    /// <summary>404: not there, or outside the reader's scope, which looks the same.</summary>
    NotFound,

    /// <summary>405: the resource is there, but not this method.</summary>
    NotOffered,

    /// <summary>409: the stage does not allow the act.</summary>
    WrongStage,

    /// <summary>409: another request or record is in the way.</summary>
    Conflict,

    /// <summary>412: the caller saw an older version.</summary>
    Stale,

    /// <summary>413: too large.</summary>
    TooLarge,

    /// <summary>415: not the media type that is taken here.</summary>
    WrongMediaType,

    /// <summary>422: a rule of law forbids it; <see cref="DomainError.Basis"/> says which article.</summary>
    RuleBroken,

    /// <summary>422: well formed, but not acceptable for a reason that is no article of law.</summary>
    Unacceptable,

    /// <summary>428: the caller must say which version was seen.</summary>
    PreconditionMissing,

    /// <summary>429: too many requests.</summary>
    TooMany,

    /// <summary>503: a needed part is out; nothing was done.</summary>
    Unavailable,

    /// <summary>500: what is stored is not what was written; a line in the security log names it.</summary>
    Damaged,
}

/// <summary>A refusal: a value with a promise. The code never changes once released.</summary>
/// <param name="Code">Stable, lower-case, <c>area.what-went-wrong</c>; never reused for another meaning.</param>
/// <param name="Rule">Id in the rule table (<c>RULES.md</c>), <c>APL-51-1</c>; a rule may have several errors; null where no rule of law is meant.</param>
/// <param name="Kind">What kind of refusal it is.</param>
/// <param name="Title">One sentence for the officer, in Chinese.</param>
/// <param name="Basis">The article enforced; required when <paramref name="Kind"/> is <see cref="ErrorKind.RuleBroken"/>.</param>
public sealed record DomainError(string Code, string? Rule, ErrorKind Kind, string Title, LegalBasis? Basis = null)
{
    /// <summary>The refusal with what the officer needs to know about this case; no personal data.</summary>
    /// <param name="detail">What exactly was refused, in Chinese.</param>
    /// <param name="nextStep">What to do instead, where there is something.</param>
    public DomainException With(Sentence detail, Sentence? nextStep = null) => new(this, detail) { NextStep = nextStep };
}

/// <summary>Thrown where the domain refuses; only the problem mapping catches it.</summary>
public sealed class DomainException(DomainError error, Sentence detail) : Exception($"{error.Code}: {detail}")
{
    /// <summary>Which promise was kept.</summary>
    public DomainError Error { get; } = error;

    /// <summary>What exactly was refused.</summary>
    public Sentence Sentence { get; } = detail;

    /// <summary>What exactly was refused, in Chinese.</summary>
    public string Detail => Sentence.Text;

    /// <summary>What to do instead; null where there is nothing.</summary>
    public Sentence? NextStep { get; init; }

    /// <summary>JSON pointer of the member of the request that was refused, where there is one.</summary>
    public string? Pointer { get; init; }
}

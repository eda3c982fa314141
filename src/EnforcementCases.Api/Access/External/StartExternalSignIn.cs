using System.Security.Cryptography;
using EnforcementCases.Domain;
using EnforcementCases.Platform.Access;
using FluentValidation;
using MediatR;
using Microsoft.IdentityModel.Tokens;

namespace EnforcementCases.Api.Access.External;

/// <summary>Begins a sign-in through the external authority (发起统一身份认证登录). The client opens the address in a browser, keeps the ticket, and sends both what came
/// back and the ticket to <c>/session/oidc</c>: the same for a page and for a handheld, which comes back by a link of its own.</summary>
/// <param name="RedirectUri">Where to come back; one of those configured. The first of them where nothing is said.</param>
/// <param name="Fresh">The authority asks the person again although it knows him (OpenID Connect <c>max_age=0</c>): before an act that needs a second factor given a moment
/// ago. What it proved long before is refused then.</param>
public sealed record StartExternalSignInCommand(string? RedirectUri = null, bool Fresh = false) : IRequest<ExternalSignIn>;

/// <summary>A sign-in through the external authority that has begun.</summary>
/// <param name="Address">To be opened in a browser.</param>
/// <param name="Ticket">Kept by the client until the browser comes back; good for ten minutes. Whoever does not have it cannot finish.</param>
/// <param name="State">Comes back unchanged; what came back with another is not for this sign-in.</param>
public sealed record ExternalSignIn(string Address, string Ticket, string State);

/// <summary>What has to be remembered until the browser comes back.</summary>
internal sealed record ExternalSignInTicket(
    string State,
    string Nonce,
    string Verifier,
    string RedirectUri,
    bool Fresh,
    DateTimeOffset BegunAt
)
{
    public const string Purpose = "external-sign-in";

    public static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(10);

    public static ExternalSignInTicket New(string redirectUri, bool fresh, DateTimeOffset now) =>
        new(Chance(), Chance(), Chance(), redirectUri, fresh, now);

    private static string Chance() => Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));
}

internal sealed class StartExternalSignInValidator : AbstractValidator<StartExternalSignInCommand>
{
    public StartExternalSignInValidator() => RuleFor(c => c.RedirectUri).MaximumLength(400).WithMessage("返回地址不超过 400 字");
}

internal sealed class StartExternalSignInHandler(
    OidcSettings settings,
    ExternalAuthority authority,
    SealedTickets tickets,
    TimeProvider clock
) : IRequestHandler<StartExternalSignInCommand, ExternalSignIn>
{
    public static readonly DomainError NotConfigured = new(
        "session.authority-not-configured",
        null,
        ErrorKind.NotFound,
        "未接入统一身份认证，请使用用户名和口令登录"
    );

    public static readonly DomainError UnknownReturn = new(
        "session.redirect-not-allowed",
        null,
        ErrorKind.Unacceptable,
        "返回地址不在允许之列"
    );

    public async Task<ExternalSignIn> Handle(StartExternalSignInCommand request, CancellationToken cancellationToken)
    {
        if (!settings.IsConfigured)
            throw NotConfigured.With("POST /api/v1/session");
        var back = request.RedirectUri ?? settings.RedirectUris[0];
        if (!settings.RedirectUris.Contains(back, StringComparer.Ordinal))
            throw UnknownReturn.With("请使用已登记的返回地址");
        var ticket = ExternalSignInTicket.New(back, request.Fresh, clock.GetUtcNow());
        var address = await authority.AddressAsync(ticket, cancellationToken);
        return new(address, tickets.Seal(ticket, ExternalSignInTicket.Purpose, ExternalSignInTicket.GoodFor), ticket.State);
    }
}

using System.Security.Cryptography;
using EnforcementCases.Domain;
using EnforcementCases.Platform.Access;
using FluentValidation;
using MediatR;
using Microsoft.IdentityModel.Tokens;

namespace EnforcementCases.Api.Access.External;

/// <summary>Begins a sign-in through the external authority (发起统一身份认证登录). The client opens the address in a browser, keeps the ticket, and sends the returned
/// parameters with the ticket to <c>/session/oidc</c>. This works for a web page and for a handheld app that is reopened by its own link.</summary>
/// <param name="RedirectUri">Address to which the browser returns, one of those configured; if null, the first of them.</param>
/// <param name="Fresh">True: the authority must ask the person to sign in again (OpenID Connect <c>max_age=0</c>), as for an operation that needs a recent
/// second factor; an older sign-in is then refused. Default: false.</param>
public sealed record StartExternalSignInCommand(string? RedirectUri = null, bool Fresh = false) : IRequest<ExternalSignIn>;

/// <summary>An external sign-in that has been started.</summary>
/// <param name="Address">Address to open in a browser.</param>
/// <param name="Ticket">Ticket that the client keeps until the browser returns, valid for ten minutes; the sign-in cannot be completed without it.</param>
/// <param name="State">Value that the authority returns unchanged. A return with another value does not belong to this sign-in and must be rejected by the
/// client.</param>
public sealed record ExternalSignIn(string Address, string Ticket, string State);

/// <summary>The data kept until the browser returns.</summary>
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

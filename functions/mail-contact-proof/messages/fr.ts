import type { ProofMailMessages } from './messages.ts';

export const fr: ProofMailMessages = {
  subject: ({ programme }) => `${programme} : confirmez votre adresse e-mail`,
  why: ({ programme }) =>
    `Quelqu’un a donné cette adresse e-mail sur ${programme} pour une plainte au sujet d’un appel ou d’un message indésirable. Avant que la plainte parte vers l’autorité, nous vérifions que l’adresse est bien la sienne.`,
  open: 'Si c’était vous, ouvrez cette page et appuyez sur le bouton :',
  does: 'Cela confirme votre adresse et laisse la plainte suivre son cours. Rien d’autre ne se passe, et une seule fois suffit.',
  expires: ({ hours, until }) =>
    `Le lien fonctionne pendant ${hours} heures, jusqu’au ${until} UTC. Ensuite, vous pouvez en demander un autre sur la page de votre signalement.`,
  ignore: 'Si ce n’était pas vous, ne faites rien : rien n’est envoyé en votre nom, et le lien s’éteint de lui-même.',
  noAnswer: 'Personne ne lit les réponses à ce message.',
};

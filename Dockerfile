# The service as it runs for real: the sources themselves, which Node 24 executes, and what they depend on at run time.
FROM node:24-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
# The optional packages are Node itself, for machines whose own is older; the image brings it.
RUN npm ci --omit=dev --omit=optional --ignore-scripts

FROM node:24-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY package.json app.json ./
COPY bin ./bin
COPY src ./src
# Nothing in the image belongs to who runs it, so nothing in it can be changed from within.
USER node
EXPOSE 7300 9464
# Readiness also asks for store, migrations and queue; what a restart cannot mend is no reason for one.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "--eval", "fetch('http://127.0.0.1:' + (process.env.SIDELINE_METRICS_PORT ?? 9464) + '/health').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--disable-warning=ExperimentalWarning", "src/cli.ts", "start"]

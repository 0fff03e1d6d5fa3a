# docker build -t claimlint . && docker run --rm -v "$PWD:/articles:ro" claimlint .
FROM python:3.13-slim AS build
COPY . /source
RUN python -m venv /opt/claimlint && /opt/claimlint/bin/pip install --no-cache-dir '/source[docx,pdf]'

FROM python:3.13-slim
COPY --from=build /opt/claimlint /opt/claimlint
ENV PATH=/opt/claimlint/bin:$PATH CLAIMLINT_CACHE=/var/cache/claimlint
RUN useradd --create-home claimlint && install -d -o claimlint /var/cache/claimlint
USER claimlint
# The knowledge is compiled once, here, for whoever runs the image.
RUN claimlint rules > /dev/null && chmod -R a+rX /var/cache/claimlint
WORKDIR /articles
ENTRYPOINT ["claimlint"]
